// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import live.tributary.node.kernel.ChannelId;

/** How many people watch a channel in the players of other servers, as these say. Any thread that may block. */
@FunctionalInterface
public interface ViewersElsewhere {

    /** Of a node that listens to nobody. */
    ViewersElsewhere NONE = _ -> 0;

    /** Of what is on air; zero while nothing is. */
    long of(ChannelId channel);
}
