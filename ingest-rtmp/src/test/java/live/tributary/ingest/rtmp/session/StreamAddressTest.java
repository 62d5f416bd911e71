// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StreamAddressTest {

    /** Application of {@code connect}, name of {@code publish}, then what they mean. */
    @ParameterizedTest
    @CsvSource({
        "live, sk_a, live, sk_a",
        "live/, sk_a, live, sk_a",
        "live/instance, sk_a, live, sk_a",
        "live, sk_a?bandwidthtest=true, live, sk_a",
        "live, show?key=sk_a, live, sk_a",
        "live, show?x=1&key=sk_a&y=2, live, sk_a",
        "live?key=sk_a, show, live, sk_a",
        "live?key=sk_a, '', live, sk_a",
        "live/sk_a, '', live, sk_a",
        "live/sk_a, show, live, sk_a",
        "live, rooms/sk_a, live, sk_a",
        "live, sk%5Fa, live, sk_a",
        "live, sk_a%2Fb, live, sk_a/b",
        "live, sk_a+b, live, sk_a+b",
        "live, sk_a%zz, live, sk_a%zz",
        "live, sk_%2561, live, sk_%61",
        "live, wrong, live, wrong",
        "live, '', live, ''",
        "'', '', '', ''",
        "other, sk_a, other, sk_a",
        "/live/, /sk_a/, live, sk_a",
        // The key where the application belongs: cut out, or it would stand in logs.
        "sk_a, '', '', sk_a"
    })
    void findsApplicationAndKey(String app, String name, String expectedApp, String expectedKey) {
        var address = StreamAddress.parse(app, name);
        assertThat(address.app()).isEqualTo(expectedApp);
        assertThat(address.key().value()).isEqualTo(expectedKey);
    }

    @Test
    void showsNoKey() {
        assertThat(StreamAddress.parse("live", "sk_secret")).asString().doesNotContain("secret");
    }
}
