// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ring as a visitor sees it: who is in it, in its order, and who of them is live. Who is blocked here is not among them.
 */
public record RingStretch(Ring ring, List<Stop> stops) {

    public RingStretch {
        stops = List.copyOf(stops);
    }

    /** A member. */
    public record Stop(RingMember member, OnAir air) {

        public boolean isLive() {
            return air instanceof OnAir.Live live && live.fresh();
        }

        /** Where visitors are sent: to what is on air, else to the member's own page. */
        public URI target() {
            return air instanceof OnAir.Live(var _, var page, var _, var fresh) && fresh ? page : member.page();
        }
    }

    /** Whether somebody is on air. */
    public sealed interface OnAir {

        /**
         * Live.
         *
         * @param title may be empty
         * @param page where it is watched, on the member's own server
         * @param fresh whether it was heard lately; else it is about to be given up
         */
        record Live(String title, URI page, Instant since, boolean fresh) implements OnAir {}

        record Off() implements OnAir {}
    }

    /** Which way round. */
    public enum Way {
        NEXT(1),
        PREVIOUS(-1);

        private final int step;

        Way(int step) {
            this.step = step;
        }
    }

    public int live() {
        return (int) stops.stream().filter(Stop::isLive).count();
    }

    /** The place of a member; −1 where it is none. */
    public int placeOf(URI member) {
        for (int place = 0; place < stops.size(); place++) {
            if (stops.get(place).member().address().equals(member)) {
                return place;
            }
        }
        return -1;
    }

    /**
     * The nearest who is live, else the nearest of all; never the one from whom it is counted. Empty where there is nobody else.
     *
     * @param place of the one from whom it is counted; −1 stands before the first, and behind the last
     */
    public Optional<Stop> onward(int place, Way way) {
        int size = stops.size();
        int others = place < 0 ? size : size - 1;
        int start = place < 0 && way == Way.PREVIOUS ? size : place;
        Optional<Stop> nearest = Optional.empty();
        for (int step = 1; step <= others; step++) {
            var stop = stops.get(Math.floorMod(start + step * way.step, size));
            if (stop.isLive()) {
                return Optional.of(stop);
            }
            nearest = nearest.or(() -> Optional.of(stop));
        }
        return nearest;
    }
}
