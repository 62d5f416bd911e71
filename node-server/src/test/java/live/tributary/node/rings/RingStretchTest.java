// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.rings.RingStretch.OnAir;
import live.tributary.node.rings.RingStretch.Stop;
import live.tributary.node.rings.RingStretch.Way;

import static org.assertj.core.api.Assertions.assertThat;

final class RingStretchTest {

    /** Great letters are live. */
    @ParameterizedTest
    @CsvSource({
        "abCdE, 0, NEXT, c",
        "abCdE, 0, PREVIOUS, e",
        "abCdE, 2, NEXT, e",
        "abCdE, 4, NEXT, c",
        "Abc, 0, NEXT, b",
        "abc, 0, NEXT, b",
        "abc, 0, PREVIOUS, c",
        "aBc, -1, NEXT, b",
        "abc, -1, NEXT, a",
        "abc, -1, PREVIOUS, c",
        "A, -1, NEXT, a"
    })
    void leadsToTheNearestWhoIsLiveElseToTheNearest(String ring, int from, Way way, String to) {
        assertThat(Stretches.stretch(ring).onward(from, way))
                .map(stop -> stop.member().name())
                .contains(to);
    }

    @Test
    void leadsNowhereFromWhoIsAlone() {
        assertThat(Stretches.stretch("A").onward(0, Way.NEXT)).isEmpty();
        assertThat(Stretches.stretch("").onward(-1, Way.NEXT)).isEmpty();
    }

    @Test
    void whoWasNotHeardOfLatelyIsNotLive() {
        var member = Stretches.member("a");
        var stale = new Stop(member, new OnAir.Live("", member.page().resolve("/live"), Stretches.NOON, false));
        assertThat(stale.isLive()).isFalse();
        assertThat(stale.target()).isEqualTo(member.page());
    }

    @Property(tries = 200)
    void nobodyIsPassedOverWhoIsLive(
            @ForAll @CharRange(from = 'a', to = 'b') @CharRange(from = 'A', to = 'B') @StringLength(min = 2, max = 60)
                    String ring) {
        var stretch = Stretches.stretch(ring);
        int place = 0;
        var next = stretch.onward(place, Way.NEXT).orElseThrow();
        var others = stretch.stops().subList(1, stretch.stops().size());
        assertThat(next.isLive()).isEqualTo(others.stream().anyMatch(Stop::isLive));
        assertThat(others).contains(next);
        assertThat(List.of(next.member().page(), next.member().page().resolve("/live")))
                .contains(next.target());
    }
}
