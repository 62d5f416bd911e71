// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;

/**
 * An answer to a broadcast, written on another server.
 *
 * @param id of the reply over there
 * @param authorId address of whoever wrote it
 * @param origin where it stands there
 */
public record Reply(String id, String authorId, RemotePerson author, CleanHtml text, Instant at, URI origin) {}
