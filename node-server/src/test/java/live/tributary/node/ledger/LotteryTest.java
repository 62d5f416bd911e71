// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.RaftDraw;

import static org.assertj.core.api.Assertions.assertThat;

final class LotteryTest {

    @Test
    void threeRingsOfOneDomainWeighTogetherAsMuchAsOneOfAnother() {
        var hands =
                Map.of(ring("a"), "mill.example", ring("b"), "mill.example", ring("c"), "mill.example", ring("d"), "");
        var numbered = new TreeMap<Gid, URI>();
        hands.keySet().forEach(ring -> numbered.put(Gid.of(ring), ring));
        var entrants = Lottery.sharing(numbered, hands);
        assertThat(entrants)
                .filteredOn(entrant -> !entrant.gid().equals(Gid.of(ring("d"))))
                .hasSize(3)
                .extracting(RaftDraw.Entrant::allowance)
                .containsOnly(Fixed.of(1.0 / 3));
        assertThat(entrants)
                .filteredOn(entrant -> entrant.gid().equals(Gid.of(ring("d"))))
                .extracting(RaftDraw.Entrant::allowance)
                .containsExactly(Fixed.ONE);
    }

    private static URI ring(String name) {
        return URI.create("https://%s.example/ap/r/1".formatted(name));
    }
}
