// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Optional;

import live.tributary.node.studio.PreviewPicture;

/** Finds the still of what is on air, for somebody who looks at it. Asked on the event loop; must not block. */
@FunctionalInterface
interface LivePreviews {

    Optional<PreviewPicture> find(String channel);
}
