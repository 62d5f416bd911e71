// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Filter;
import live.tributary.node.gate.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class PageRequestTest {

    @Test
    void onlyLabelsThatEverybodyKnowsAreHidden() {
        assertThat(filter("Violence", "", "ai-generated").hidden()).containsExactly("ai-generated", "violence");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> filter("violence", "x-0001"))
                .extracting(Problem::sentence)
                .asString()
                .startsWith("hide names content labels: violence, sexual");
    }

    private static Filter filter(String... hidden) {
        return PageRequest.filter(List.of(), List.of(), List.of(hidden), new Filter.Search.Everybody());
    }
}
