// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading.Parsed;
import live.tributary.federation.json.StrictJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in a context, there is a verdict on it, and always the same. */
final class GateFuzzTest {

    private final StrictJson json = new StrictJson(JsonLimits.INBOX);

    @FuzzTest(maxDuration = "60s")
    void judgesAnyContext(byte[] strangersBytes) {
        if (json.read(strangersBytes) instanceof Parsed(var document)) {
            var cached = new ContextGate(new VerdictCache(4));
            var verdict = cached.judge(document);
            assertThat(cached.judge(document)).isEqualTo(verdict);
            assertThat(new ContextGate(new VerdictCache(1)).judge(document)).isEqualTo(verdict);
        }
    }
}
