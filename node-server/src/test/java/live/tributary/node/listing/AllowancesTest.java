// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.fixtures.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What a team weighs where lots are drawn without a directory. */
final class AllowancesTest {

    private static final Gid OWN = new Gid(6);
    private static final Gid KILN = new Gid(7);
    private static final URI HARBOUR = URI.create("https://harbour.example/ap/actor");
    private static final URI MILL = URI.create("https://mill.example/ap/actor");
    private static final List<String> GERMAN = List.of("de");

    private final TestClock clock = new TestClock();
    private final Allowances allowances = new Allowances(clock);

    @Test
    void whomNobodyListsWeighsOne() {
        assertThat(allowances.of(OWN, KILN, GERMAN)).isEqualTo(Fixed.ONE);
        allowances.keep(HARBOUR, Set.of(OWN), snapshot(clock.instant(), new Gid(8), 100));
        assertThat(allowances.of(OWN, KILN, GERMAN)).isEqualTo(Fixed.ONE);
    }

    @Test
    void theNewestSnapshotThatListsItCounts() {
        allowances.keep(HARBOUR, Set.of(OWN), snapshot(clock.instant().minus(Duration.ofMinutes(9)), KILN, 100));
        allowances.keep(MILL, Set.of(OWN), snapshot(clock.instant(), KILN, 200));
        assertThat(allowances.of(OWN, KILN, GERMAN)).isEqualTo(200);
        allowances.keepOnly(Set.of(HARBOUR));
        assertThat(allowances.of(OWN, KILN, GERMAN)).isEqualTo(100);
    }

    @Test
    void itWeighsAsInThePoolOfThoseForWhomIsDrawn() {
        allowances.keep(HARBOUR, Set.of(OWN), snapshot(clock.instant(), KILN, 100, 300));
        assertThat(allowances.of(OWN, KILN, List.of("en"))).isEqualTo(300);
        assertThat(allowances.of(OWN, KILN, List.of("fi"))).isEqualTo(100);
    }

    @Test
    void whatIsOlderThanADaySaysNothing() {
        allowances.keep(HARBOUR, Set.of(OWN), snapshot(clock.instant(), KILN, 100));
        clock.advance(Allowances.KEPT.plusMinutes(1));
        assertThat(allowances.of(OWN, KILN, GERMAN)).isEqualTo(Fixed.ONE);
    }

    @Test
    void whatIsOfTheFutureIsNotTheNewestForEver() {
        allowances.keep(HARBOUR, Set.of(OWN), snapshot(Instant.parse("9999-01-01T00:00:00Z"), KILN, 1));
        assertThat(allowances.of(OWN, KILN, GERMAN)).isEqualTo(Fixed.ONE);
    }

    @Test
    void whatOneTeamChoseDecidesForNoOther() {
        allowances.keep(HARBOUR, Set.of(OWN), snapshot(clock.instant(), KILN, 1));
        assertThat(allowances.of(new Gid(5), KILN, GERMAN)).isEqualTo(Fixed.ONE);
    }

    private static Snapshot snapshot(Instant at, Gid team, int... weights) {
        var german = new PoolLine("de", weights[0], Fixed.ONE);
        var pools = weights.length == 1 ? List.of(german) : List.of(german, new PoolLine("en", weights[1], Fixed.ONE));
        return new Snapshot(
                Minute.of(at),
                Hash.NONE,
                Hash.NONE,
                Hash.NONE,
                Map.of(),
                List.of(new GroupLine(team, 1, true, pools, List.of(), List.of())));
    }
}
