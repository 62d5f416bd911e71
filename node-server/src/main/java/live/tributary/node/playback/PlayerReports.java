// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

/** Counts what players of others say in their requests. Called on the event loop; must not block. */
@FunctionalInterface
interface PlayerReports {

    /** A request said something.
     *  @param channel as it stands in the address */
    void reported(String channel, Cmcd report);
}
