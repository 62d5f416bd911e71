// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.federation.json.JsonReading.Parsed;
import live.tributary.federation.json.JsonReading.Refused;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is posted to an inbox is refused, or read so that it can be stored and sent again. */
final class StrictJsonFuzzTest {

    private final StrictJson json = new StrictJson(JsonLimits.INBOX);

    @FuzzTest(maxDuration = "60s")
    void refusesOrReadsWhatItCanWriteAgain(byte[] strangersBytes) {
        switch (json.read(strangersBytes)) {
            case Parsed(var document) -> {
                var written = JsonBytes.of(document);
                assertThat(json.read(written))
                        .isInstanceOfSatisfying(
                                Parsed.class,
                                again -> assertThat(JsonBytes.of(again.document()))
                                        .isEqualTo(written));
            }
            case Refused refused -> assertThat(refused.detail()).isNotEmpty();
        }
    }
}
