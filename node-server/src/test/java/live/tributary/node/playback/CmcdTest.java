// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CmcdTest {

    record Vector(String text, Cmcd report) {}

    static final List<Vector> SAID = List.of(
            new Vector("bl=1500,bs,su", new Cmcd(true, true, 1_500)),
            new Vector("bl=0", new Cmcd(false, false, 0)),
            new Vector("dl=800, su", new Cmcd(false, true, 800)),
            new Vector("dl=800,bl=2100", new Cmcd(false, false, 2_100)),
            new Vector("br=3200,bs,d=4004,mtp=25400,ot=v,rtp=15000,sid=\"6e2fb550-c457\"", new Cmcd(true, false, -1)),
            new Vector("cid=\"a\\\"b,su,c\",bs", new Cmcd(true, false, -1)));

    @ParameterizedTest
    @FieldSource("SAID")
    void readsWhatPlayersSayOfThemselves(Vector vector) {
        assertThat(Cmcd.parse(vector.text)).contains(vector.report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "=",
                "bl",
                "bl=",
                "bl=x",
                "bl=-5",
                "bl=99999999",
                "bs=?0",
                "BS",
                "sid=\"x,bs,su\"",
                "cid=\"bs,su",
                "nor=\"..%2F300kbps%2Fsegment35.m4v\""
            })
    void takesAnythingElseForSilence(String text) {
        assertThat(Cmcd.parse(text)).isEmpty();
    }

    @Test
    void readsTheParameterOfAnAddress() {
        var encoded = URLEncoder.encode("bl=1500,sid=\"6e2f,su\",bs", StandardCharsets.UTF_8);
        assertThat(Cmcd.parseEncoded(encoded)).contains(new Cmcd(true, false, 1_500));
        assertThat(Cmcd.parseEncoded("bs%2Csu%2")).contains(new Cmcd(true, false, Cmcd.NOT_SAID));
        assertThat(Cmcd.parseEncoded("%%2Cbs%2C%")).contains(new Cmcd(true, false, Cmcd.NOT_SAID));
    }

    @Test
    void readsNoFurtherThanItsLimit() {
        assertThat(Cmcd.parse("x".repeat(Cmcd.LONGEST - 3) + ",bs")).isPresent();
        assertThat(Cmcd.parse("x".repeat(Cmcd.LONGEST - 2) + ",bs")).isEmpty();
    }

    @FuzzTest
    void readsAnythingWithoutAnException(FuzzedDataProvider strangersBytes) {
        var text = strangersBytes.consumeRemainingAsString();
        Stream.of(Cmcd.parse(text), Cmcd.parseEncoded(text))
                .flatMap(Optional::stream)
                .forEach(report -> assertThat(report.bufferMillis()).isBetween(Cmcd.NOT_SAID, 9_999_999));
    }
}
