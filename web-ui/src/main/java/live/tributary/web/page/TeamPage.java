// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A team's home: who is in it, and who is on air.
 *
 * @param presence how it is followed from other servers
 * @param elsewhere who is live on other servers, of those whom the team follows
 * @param rings that the team is in
 * @param downstream who is live while nobody of the team is: one who is near, and one who is not
 */
public record TeamPage(
        Frame frame,
        TeamBadge team,
        List<Seat> seats,
        Presence presence,
        List<RemoteLiveCard> elsewhere,
        List<RingStrip> rings,
        List<RemoteLiveCard> downstream)
        implements Page {

    public TeamPage {
        seats = List.copyOf(seats);
        elsewhere = List.copyOf(elsewhere);
        rings = List.copyOf(rings);
        downstream = List.copyOf(downstream);
    }

    /** Of a team that is in no ring. */
    public TeamPage(
            Frame frame,
            TeamBadge team,
            List<Seat> seats,
            Presence presence,
            List<RemoteLiveCard> elsewhere,
            List<RemoteLiveCard> downstream) {
        this(frame, team, seats, presence, elsewhere, List.of(), downstream);
    }

    /** A member and how their channel stands. */
    public record Seat(Person member, Air air) {}

    /** The members on air, as cards. */
    public List<LiveCard> live() {
        return seats.stream()
                .flatMap(seat -> seat.air() instanceof Air.Live(var title, var since, var still)
                        ? Stream.of(new LiveCard(team, seat.member(), title, since, still))
                        : Stream.empty())
                .toList();
    }
}
