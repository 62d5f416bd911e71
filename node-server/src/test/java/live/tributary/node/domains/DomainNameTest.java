// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org",
        "EXAMPLE.Org., example.org",
        "'  example.org ', example.org",
        "bücher.example, xn--bcher-kva.example",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "a_b.example, a_b.example"
    })
    void twoSpellingsOfOneHostAreEqual(String text, String name) {
        assertThat(DomainName.parse(text)).contains(new DomainName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "*.example.org",
                "ex*mple.org",
                "example.org:80",
                "a b",
                "-a.example",
                "[::1]",
                "a/b"
            })
    void whatNamesNoHostIsNoDomain(String text) {
        assertThat(DomainName.parse(text)).isEmpty();
    }

    @Test
    void aNameOfStrangersLengthIsNotLookedAt() {
        assertThat(DomainName.parse("a.".repeat(200_000) + "example")).isEmpty();
    }

    @Test
    void goesUpTheDomains() {
        assertThat(new DomainName("a.b.example").andAbove()).containsExactly("a.b.example", "b.example", "example");
    }
}
