// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Optional;

import live.tributary.transcoder.hls.LiveWindow;

/** Finds what is on air, by a channel's id as it stands in an address. Asked on the event loop; must not block. */
@FunctionalInterface
interface LiveWindows {

    Optional<LiveWindow> find(String channel);
}
