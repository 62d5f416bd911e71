// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

final class Base58Test {

    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    record Vector(byte[] bytes, String text) {}

    /** draft-msporny-base58-03, 5, and the corners. */
    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector("Hello World!".getBytes(StandardCharsets.UTF_8), "2NEpo7TZRRrLZSi2U"),
                new Vector(
                        "The quick brown fox jumps over the lazy dog.".getBytes(StandardCharsets.UTF_8),
                        "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"),
                new Vector(HexFormat.of().parseHex("0000287fb4cd"), "11233QC4"),
                new Vector(new byte[0], ""),
                new Vector(new byte[] {0}, "1"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void writesAndReads(Vector vector) {
        assertThat(Base58.encode(vector.bytes())).isEqualTo(vector.text());
        assertThat(Base58.decode(vector.text()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(vector.bytes()));
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll @Size(max = 64) byte[] bytes) {
        assertThat(Base58.decode(Base58.encode(bytes)))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
    }

    static Stream<String> foreign() {
        return Stream.of("0", "O", "I", "l", "a b", "é", "1".repeat(129));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void readsNothingElse(String text) {
        assertThat(Base58.decode(text)).isEmpty();
    }
}
