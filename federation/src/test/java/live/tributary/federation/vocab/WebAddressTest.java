// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/",
                "http://127.0.0.1:8080/x?y=1#z",
                "https://a.example/tag/日本",
                "HTTPS://A.example/%40b//"
            })
    void isKeptAsItIsWritten(String text) {
        assertThat(WebAddress.parse(text)).map(URI::toString).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/a",
                "//a.example/",
                "acct:a@b.example",
                "javascript:alert(1)",
                "ftp://a.example/",
                "https:///a",
                "https://user:secret@a.example/",
                "https://a.example/ b",
                "https://a.example/|",
                "urn:uuid:1",
                "https:a"
            })
    void isNothingThatCannotBeLookedUp(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @Test
    void hasALimit() {
        var longest = "https://a.example/" + "x".repeat(WebAddress.LONGEST - 18);
        assertThat(WebAddress.parse(longest)).isPresent();
        assertThat(WebAddress.parse(longest + "x")).isEmpty();
    }

    /** Nine for each: an index counts bytes, and so does everybody whom we ask. */
    @Test
    void isMeasuredAsItIsSent() {
        assertThat(WebAddress.parse("https://a.example/" + "日".repeat(109))).isPresent();
        assertThat(WebAddress.parse("https://a.example/" + "日".repeat(110))).isEmpty();
    }
}
