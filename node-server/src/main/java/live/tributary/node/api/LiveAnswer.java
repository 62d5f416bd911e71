// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.List;

import live.tributary.node.roster.LiveSeat;
import live.tributary.node.team.Member;
import live.tributary.node.team.Team;

/** {@code LiveList} of the contract. */
record LiveAnswer(List<Entry> live) {

    /**
     * {@code LiveEntry} of the contract.
     *
     * @param page path
     * @param playlist path
     */
    record Entry(
            TeamAnswer team,
            MemberAnswer member,
            String channel,
            String title,
            Instant since,
            String page,
            String playlist) {

        static Entry of(LiveSeat live) {
            var seat = live.seat();
            var channel = seat.channel().id().value();
            return new Entry(
                    TeamAnswer.of(seat.team()),
                    MemberAnswer.of(seat.member()),
                    channel,
                    live.title(),
                    live.since(),
                    seat.path(),
                    "/live/%s/master.m3u8".formatted(channel));
        }
    }

    /** {@code Team} of the contract. */
    record TeamAnswer(String name, String handle, String mark, int hue) {
        static TeamAnswer of(Team team) {
            return new TeamAnswer(
                    team.name().value(),
                    team.handle().value(),
                    team.mark().value(),
                    team.hue().degrees());
        }
    }

    /** {@code Member} of the contract. */
    record MemberAnswer(String name, String handle) {
        static MemberAnswer of(Member member) {
            return new MemberAnswer(member.name().value(), member.handle().value());
        }
    }
}
