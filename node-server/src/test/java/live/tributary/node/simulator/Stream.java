// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A group on air in the simulated rings: who watches, and how much room there is for guests. */
final class Stream {

    private static final int GUEST_MINUTES = 10;
    private static final int LEAST_ROOM = 25;

    final int group;
    final Set<Integer> rings;
    final List<String> tags;
    final List<Voyager> present = new ArrayList<>();

    private final int mostGuests;
    private final Deque<Integer> arrivals = new ArrayDeque<>();
    private int promised;

    Stream(int group, Set<Integer> rings, List<String> tags, int viewers) {
        this.group = group;
        this.rings = rings;
        this.tags = tags;
        mostGuests = Math.max(LEAST_ROOM, 2 * viewers);
        for (int i = 0; i < viewers; i++) {
            present.add(new Voyager());
        }
    }

    /** Who watches, and where they were before. */
    static final class Voyager {

        final Deque<Integer> visited = new ArrayDeque<>();
        int hops;
    }

    int room(int minute) {
        while (!arrivals.isEmpty() && arrivals.getFirst() <= minute - GUEST_MINUTES) {
            arrivals.removeFirst();
        }
        return mostGuests - arrivals.size() - promised;
    }

    void promise(int places) {
        promised += places;
    }

    void arrive(Voyager voyager, int minute) {
        promised--;
        arrivals.addLast(minute);
        present.add(voyager);
    }

    /** More guests than the group wanted: never. */
    boolean isOverfull() {
        return arrivals.size() > mostGuests;
    }

    boolean sharesARing(Set<Integer> others) {
        return rings.stream().anyMatch(others::contains);
    }
}
