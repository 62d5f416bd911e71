// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * An answer to a broadcast, written elsewhere.
 *
 * @param id its address, where it can be read, too
 * @param video the broadcast's Video
 * @param content HTML, sanitised
 */
public record Reply(
        URI id,
        UUID video,
        URI author,
        String authorHandle,
        String authorName,
        URI inReplyTo,
        String content,
        Instant published,
        ReplyState state) {}
