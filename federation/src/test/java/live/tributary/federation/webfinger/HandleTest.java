// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.util.Optional;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandleTest {

    @ParameterizedTest
    @CsvSource({
        "@ana@node.example, ana, node.example",
        "ana@node.example, ana, node.example",
        "acct:ana@node.example, ana, node.example",
        "ACCT:@ana@node.example, ana, node.example",
        "' @Ana@Node.Example ', Ana, node.example",
        "@node.example@node.example, node.example, node.example",
        "@a_b.c-d:e~f@x.example, a_b.c-d:e~f, x.example",
        "@ana@127.0.0.1:8080, ana, 127.0.0.1:8080",
        "@\u66f8\u8a55@node.example, \u66f8\u8a55, node.example",
        "@ana@b\u00fccher.example, ana, xn--bcher-kva.example",
    })
    void readsHoweverPeopleWriteIt(String text, String name, String host) {
        assertThat(Handle.parse(text)).contains(new Handle(name, host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "ana",
                "@ana",
                "@ana@",
                "@@node.example",
                "@ana@node.example/",
                "@ana@node.example:port",
                "@ana@node.example@other.example",
                "@a na@node.example",
                "@ana/x@node.example",
                "@ana@-node.example",
                "@ana@node example",
                "@ana@[::1]",
                "https://node.example/@ana",
            })
    void knowsNothingElse(String text) {
        assertThat(Handle.parse(text)).isEmpty();
    }

    @Test
    void writesItself() {
        var handle = new Handle("ana", "node.example");

        assertThat(handle).hasToString("@ana@node.example");
        assertThat(handle.acct()).isEqualTo("acct:ana@node.example");
        assertThat(handle.names(new Handle("ANA", "node.example"))).isTrue();
        assertThat(handle.names(new Handle("ana", "other.example"))).isFalse();
        assertThat(handle.names(new Handle("bea", "node.example"))).isFalse();
    }

    @FuzzTest(maxDuration = "60s")
    void readsAgainWhatItWrote(FuzzedDataProvider strangersBytes) {
        var handle = Handle.parse(strangersBytes.consumeRemainingAsString());

        assertThat(handle.flatMap(read -> Handle.parse(read.acct()))).isEqualTo(handle);
        assertThat(handle.flatMap(read -> Handle.parse(read.toString()))).isEqualTo(handle);
        assertThat(handle.map(Handle::acct).filter(text -> text.contains("\n"))).isEqualTo(Optional.empty());
    }
}
