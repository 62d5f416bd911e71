// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.UUID;

/** What is spoken of. */
sealed interface Subject {

    /** A broadcast. */
    record OfVideo(UUID video) implements Subject {}

    /** The speaker. */
    record OfItself() implements Subject {}
}
