// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of rafts and of room, whoever comes in which order. */
final class RaftsTest {

    private static final HandoffId HANDOFF = new HandoffId(URI.create("https://node.example/ap/ho/1/1"));

    @Property(tries = 200)
    void noRaftIsTooLargeAndNobodyIsLost(
            @ForAll @Size(max = 200) List<Long> alone, @ForAll @Size(max = 60) List<Long> together) {
        var viewers = new ArrayList<Traveller>();
        alone.forEach(random -> viewers.add(new Traveller("place" + viewers.size(), random, false)));
        together.forEach(random -> viewers.add(new Traveller("place" + viewers.size(), random, true)));
        var rafts = Rafts.cut(viewers, HANDOFF);
        assertThat(rafts).allMatch(raft -> !raft.isEmpty() && raft.size() <= Rafts.MOST);
        assertThat(rafts).hasSize((viewers.size() + Rafts.MOST - 1) / Rafts.MOST);
        assertThat(rafts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(viewers);
    }

    @Property(tries = 200)
    void halvesHaveEverybodyAndDifferByOneAtMost(@ForAll @IntRange(min = 2, max = 25) int size) {
        var raft = IntStream.range(0, size)
                .mapToObj(number -> new Traveller("place" + number, number, false))
                .toList();
        var halves = Rafts.halves(raft);
        assertThat(halves.stream().flatMap(List::stream)).containsExactlyElementsOf(raft);
        assertThat(halves.getLast().size() - halves.getFirst().size()).isBetween(0, 1);
    }

    /** @param steps each the size of a raft, and below nothing that one which was let in goes elsewhere or arrives */
    @Property(tries = 300)
    void theRoomIsNeverExceededHoweverSourcesInterleave(
            @ForAll @IntRange(min = 1, max = 200) int most,
            @ForAll @Size(max = 120) List<@IntRange(min = -40, max = 25) Integer> steps) {
        var held = new ArrayList<Integer>();
        int guests = 0;
        for (int step : steps) {
            if (step > 0) {
                if (new Room(most, guests, sum(held)).fits(step)) {
                    held.add(step);
                }
            } else if (!held.isEmpty()) {
                int raft = step % 3 == 0 ? held.removeFirst() : held.removeLast();
                guests += step % 2 == 0 ? raft : 0;
            }
            assertThat(guests + sum(held)).isLessThanOrEqualTo(most);
        }
    }

    /** Of one server that asks again and again, between others: its half, and a raft of 25 in any case. */
    @Property(tries = 300)
    void oneServerNeverHoldsMoreThanItsPart(
            @ForAll @IntRange(min = 1, max = 200) int most,
            @ForAll @IntRange(min = 1, max = 100) int hundredths,
            @ForAll @Size(max = 120) List<@IntRange(min = -25, max = 25) Integer> rafts) {
        int greedy = 0;
        int others = 0;
        for (int raft : rafts) {
            var room = new Room(most, 0, greedy + others);
            if (raft > 0 && room.fits(raft) && room.fitsOfOneServer(raft, greedy, hundredths)) {
                greedy += raft;
            } else if (raft < 0 && room.fits(-raft)) {
                others -= raft;
            }
            assertThat(greedy).isLessThanOrEqualTo(Math.max(Rafts.MOST, most * hundredths / 100));
            assertThat(greedy + others).isLessThanOrEqualTo(most);
        }
    }

    private static int sum(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }
}
