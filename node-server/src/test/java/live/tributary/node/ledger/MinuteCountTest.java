// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Exposure;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Gid;

import static org.assertj.core.api.Assertions.assertThat;

final class MinuteCountTest {

    private static final Gid OWL = Gid.of(URI.create("https://owl.example/"));

    @Test
    void whatCouldNotBeWrittenDownIsCountedWithTheNextMinute() {
        var count = new MinuteCount();
        count.add(Filter.NONE, page());
        var lost = count.take();
        count.add(Filter.NONE, page());
        count.putBack(lost);
        var taken = count.take();
        assertThat(taken.received()).containsEntry(new PoolGid("en", OWL), 2 * Exposure.at(1));
        assertThat(taken.handedOut().get("en")).containsEntry(List.of(), 2 * Exposure.at(1));
        assertThat(count.take().received()).isEmpty();
    }

    private static List<Drawn> page() {
        return List.of(new Drawn(OWL, 1, "en", 1, List.of(), 1, 1, 1, 1, 1, 1, List.of()));
    }
}
