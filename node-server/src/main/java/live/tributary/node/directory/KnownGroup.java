// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;

/**
 * A team that is listed or wants to be, for the owner of the directory.
 *
 * @param id address of its actor
 * @param host of the address
 * @param name as its document said; empty where none was read yet
 * @param listed whether it is, apart from rules about its server
 * @param admitted whether the owner named it
 * @param since when it was listed, or asked
 * @param readAt when its document was read the last time; where it waits to be listed, when it asked
 */
public record KnownGroup(
        URI id, String host, String name, boolean listed, boolean admitted, Instant since, Instant readAt) {}
