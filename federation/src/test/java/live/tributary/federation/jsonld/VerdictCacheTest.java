// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

final class VerdictCacheTest {

    private final VerdictCache cache = new VerdictCache(2);
    private final AtomicInteger examined = new AtomicInteger();

    @Test
    void examinesAContextOnce() {
        assertThat(ask("a")).isEqualTo(Verdict.SAFE);
        assertThat(ask("a")).isEqualTo(Verdict.SAFE);
        assertThat(examined).hasValue(1);
    }

    @Test
    void forgetsTheContextThatNobodyAskedForLongest() {
        ask("a");
        ask("b");
        ask("a");
        ask("c");
        ask("a");
        assertThat(examined).hasValue(3);
        ask("b");
        assertThat(examined).hasValue(4);
    }

    private Verdict ask(String context) {
        return cache.verdict(JsonNodeFactory.instance.stringNode(context), this::examine);
    }

    private Verdict examine(JsonNode context) {
        examined.incrementAndGet();
        return Verdict.SAFE;
    }
}
