// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.RaftDraw.Entrant;

import static org.assertj.core.api.Assertions.assertThat;

final class RaftDrawTest {

    private static final Gid BOATS = Gid.of(URI.create("https://boats.example/g"));
    private static final Gid OTHERS = Gid.of(URI.create("https://others.example/g"));

    @Property(tries = 200)
    void everybodyIsDrawnOnceWhateverTheirOrder(@ForAll long seed, @ForAll int shuffle) {
        var entrants = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(number -> entrant(new Gid(number * 0x9E37_79B9L), 0, 0))
                .toList());
        var order = RaftDraw.order(new Seed(seed), entrants);
        Collections.shuffle(entrants, new Random(shuffle));
        assertThat(RaftDraw.order(new Seed(seed), entrants)).isEqualTo(order);
        assertThat(order).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void whoSharesTheTagsIsDrawnEightTimesAsOften() {
        var random = new Random(5);
        var entrants = List.of(entrant(BOATS, 1, 1), entrant(OTHERS, 0, 1));
        long first = IntStream.range(0, 2_000)
                .filter(_ -> RaftDraw.order(new Seed(random.nextLong()), entrants)
                        .getFirst()
                        .equals(BOATS))
                .count();
        assertThat(first).isBetween(1_700L, 1_850L);
    }

    @Test
    void isTheSameDrawAsThatOfADirectory() {
        var seed = new Seed(0x0123_4567_89AB_CDEFL);
        var lines = List.of(line(BOATS), line(OTHERS));
        var snapshot = new Snapshot(
                Minute.parse("2026-11-22T19:04Z").orElseThrow(), Hash.NONE, Hash.NONE, Hash.NONE, Map.of(), lines);
        var drawn = new Draw(snapshot, Filter.NONE, seed)
                .page(1).stream().map(Drawn::gid).toList();
        assertThat(RaftDraw.order(seed, List.of(entrant(BOATS, 0, 0), entrant(OTHERS, 0, 0))))
                .isEqualTo(drawn);
    }

    private static GroupLine line(Gid gid) {
        return new GroupLine(gid, 1, true, List.of(new PoolLine("en", Fixed.ONE, Fixed.ONE)), List.of(), List.of());
    }

    private static Entrant entrant(Gid gid, int shared, int tags) {
        return new Entrant(gid, Fixed.ONE, Fixed.ONE, shared, tags, tags);
    }
}
