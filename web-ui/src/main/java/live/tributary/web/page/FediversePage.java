// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * Who follows a team from other servers, and what waits for the team's answer.
 *
 * @param address of the team, such as {@code @kiln@kilnkettle.example}
 * @param count how many follow, those included that are not listed
 * @param followers the newest ones
 * @param waiting those who asked and were not answered yet
 * @param replies that nobody sees until the team decides
 * @param broadcasts that other servers know, the newest first
 * @param wishes what the team wants to decide itself
 * @param mayManage whether the visitor may decide
 */
public record FediversePage(
        Frame frame,
        TeamBadge team,
        Person member,
        String address,
        int count,
        List<Follower> followers,
        List<Follower> waiting,
        List<Reply> replies,
        List<Broadcast> broadcasts,
        Wishes wishes,
        boolean mayManage)
        implements Page {

    public FediversePage {
        followers = List.copyOf(followers);
        waiting = List.copyOf(waiting);
        replies = List.copyOf(replies);
        broadcasts = List.copyOf(broadcasts);
    }

    /**
     * Somebody who follows, or asks to.
     *
     * @param id of the person over there
     * @param of id of whom they follow: the team or a member
     * @param whom name of whom they follow
     */
    public record Follower(String id, RemotePerson person, String of, String whom) {}

    /**
     * Something that was on air.
     *
     * @param id address of its document
     * @param who showed it
     * @param onAir whether it still is
     * @param mayTakeBack whether the visitor may
     */
    public record Broadcast(String id, String title, String who, Instant beganAt, boolean onAir, boolean mayTakeBack) {}

    /**
     * What the team decides itself.
     *
     * @param seeFollowers whether they wait until the team has looked at them
     * @param seeReplies whether they wait, too
     * @param postNote whether followers of a member get a post beside each broadcast
     */
    public record Wishes(boolean seeFollowers, boolean seeReplies, boolean postNote) {}
}
