// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RefusalsTest {

    @Test
    void keepsTheLastOnesNewestFirst() {
        var refusals = new Refusals();
        for (int n = 0; n < Refusals.MOST + 5; n++) {
            refusals.add(new Refusal(Instant.EPOCH.plusSeconds(n), "192.0.2.1", 401, "because " + n));
        }
        assertThat(refusals.recent()).hasSize(Refusals.MOST);
        assertThat(refusals.recent().getFirst().because()).isEqualTo("because " + (Refusals.MOST + 4));
    }
}
