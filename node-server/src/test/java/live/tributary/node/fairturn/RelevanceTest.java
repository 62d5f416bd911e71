// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RelevanceTest {

    @Test
    void isEightToThePowerOfTheCosine() {
        for (int chosen = 1; chosen <= 5; chosen++) {
            for (int groups = 1; groups <= 5; groups++) {
                for (int shared = 0; shared <= Math.min(chosen, groups); shared++) {
                    double cosine = shared / Math.sqrt(chosen * groups);
                    assertThat(Relevance.of(shared, chosen, groups))
                            .isEqualTo((int) Math.round(Math.pow(8, cosine) * Relevance.NONE));
                }
            }
        }
    }
}
