// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.webfinger.Handle;

import static org.assertj.core.api.Assertions.assertThat;

final class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"@ana@pond.example", "ana@pond.example", " acct:ana@pond.example "})
    void aHandleIsAName(String text) {
        assertThat(Typed.parse(text, "https")).contains(new Typed.Name(new Handle("ana", "pond.example")));
    }

    @ParameterizedTest
    @CsvSource({
        "pond.example, https://pond.example/",
        "pond.example/, https://pond.example/",
        "pond.example:8443, https://pond.example:8443/",
        "https://pond.example, https://pond.example/",
        "http://pond.example/, http://pond.example/",
        "localhost:8080, https://localhost:8080/"
    })
    void aHostIsAServer(String text, URI root) {
        assertThat(Typed.parse(text, "https")).contains(new Typed.Server(root));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://pond.example/@ana", "https://pond.example/users/ana?x=1"})
    void anAddressWithAPathIsOfAnActor(String text) {
        assertThat(Typed.parse(text, "https")).contains(new Typed.Address(URI.create(text)));
    }

    @Test
    void aSchemeNeedNotBeTyped() {
        assertThat(Typed.parse("pond.example/@ana", "https"))
                .contains(new Typed.Address(URI.create("https://pond.example/@ana")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ana", "@", "@@", "javascript:alert(1)", "https://a b.example/", "https://u:p@pond.example/x"
            })
    void anythingElseIsNothing(String text) {
        assertThat(Typed.parse(text, "https")).isEmpty();
    }
}
