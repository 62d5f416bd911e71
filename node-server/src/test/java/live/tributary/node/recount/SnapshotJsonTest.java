// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.Hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Snapshots as they are published: their one form, their signature, their chain. */
final class SnapshotJsonTest {

    @Property(tries = 100)
    void isReadAsItWasWritten(@ForAll long number, @ForAll @IntRange(max = 60) int groups) {
        var any = new Any(number);
        var snapshot = any.snapshot(groups, any.key());

        assertThat(SnapshotJson.read(SnapshotJson.write(snapshot))).isEqualTo(snapshot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fairturn/1 | fairturn/2 | is not of version",
                "\"groups\" | \"grapes\" | “groups” of the snapshot is not a list",
                "\"hands\":1 | \"hands\":1.5 | 1.5 is not an integer",
                "\"hands\":1 | \"hands\":4294967296 | not a number",
                "\"vouched\":true | \"vouched\":\"yes\" | is not true or false",
                "\"a\":1048576 | \"a\":1048577 | breaks a rule",
                "T19:04Z | T19:04:00Z | “minute” of the snapshot is not what it should be",
                "\"newcomer_caps\":{} | \"newcomer_caps\":{\"en\":-2147483648} | a newcomer cap of -2147483648",
                "\"newcomer_caps\":{} | \"newcomer_caps\":{\"en\":0} | a newcomer cap of 0",
                "\"pools\":[ | \"pools\":[{\"lang\":\"en\",\"a\":1,\"f\":1048576}, | lists a language twice",
                "\"tags\":[] | \"tags\":[\"a\",\"a\"] | not written in its one form",
                "\"tags\":[] | \"tags\":[\"b\",\"a\"] | not written in its one form",
                "\"hands\":1 | \"hands\":1,\"more\":1 | not written in its one form"
            })
    void saysWhatIsWrong(String right, String wrong, String sentence) {
        var text = """
            {"version":"fairturn/1","minute":"2026-11-22T19:04Z","prev":"%1$s","day_key":"%1$s","next_day_key":"%1$s",
            "newcomer_caps":{},"groups":[{"gid":"00000000000000ff","hands":1,"vouched":true,"tags":[],"labels":[],
            "pools":[{"lang":"en","a":1048576,"f":1048576}]}]}\
            """.formatted(Hash.NONE);
        SnapshotJson.read(canonical(text));

        assertThatThrownBy(() -> SnapshotJson.read(canonical(text.replace(right, wrong))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] canonical(String text) {
        return CanonicalJson.write(CanonicalJson.read(text.getBytes(UTF_8)));
    }

    /** Else two snapshots of one minute could pass for one. */
    @Test
    void isReadInTheOrderOfItsNumbersOnly() {
        var any = new Any(5);
        var content = new String(SnapshotJson.write(any.snapshot(2, any.key())), UTF_8);
        int begin = content.indexOf("[{\"gid\"") + 1;
        int middle = content.indexOf(",{\"gid\"");
        int end = content.indexOf("],\"minute\"");
        var swapped = content.substring(0, begin)
                + content.substring(middle + 1, end)
                + ","
                + content.substring(begin, middle)
                + content.substring(end);

        assertThat(swapped).hasSameSizeAs(content).isNotEqualTo(content);
        assertThatThrownBy(() -> SnapshotJson.read(swapped.getBytes(UTF_8))).hasMessageContaining("one form");
    }

    @Test
    void isSignedByItsDirectory() {
        var any = new Any(3);
        var content = SnapshotJson.write(any.snapshot(20, any.key()));
        var keys = keys();
        var text = SignedDocument.sign(content, keys).write();
        var read = SignedDocument.read(text.getBytes(UTF_8));

        assertThat(read.content()).isEqualTo(content);
        assertThat(read.key()).isEqualTo(SignedDocument.hex(keys.getPublic()));
        assertThat(read.hash()).isEqualTo(Hash.of(content));
        assertThat(CanonicalJson.write(CanonicalJson.read(text.getBytes(UTF_8))))
                .isEqualTo(text.getBytes(UTF_8));
        assertThatThrownBy(() ->
                        SignedDocument.read(text.replace("19:04Z", "19:05Z").getBytes(UTF_8)))
                .hasMessageContaining("signature");
        var another = SignedDocument.hex(keys().getPublic());
        assertThatThrownBy(() ->
                        SignedDocument.read(text.replace(read.key(), another).getBytes(UTF_8)))
                .hasMessageContaining("signature");
        assertThatThrownBy(
                        () -> SignedDocument.read(text.replace(read.key(), "00").getBytes(UTF_8)))
                .hasMessageContaining("“key”");
        var upper = read.key().toUpperCase(Locale.ROOT);
        assertThatThrownBy(() ->
                        SignedDocument.read(text.replace(read.key(), upper).getBytes(UTF_8)))
                .hasMessageContaining("“key”");
    }

    /** With the point 1 as key and as the first half of a signature, and 0 as the other, RFC 8032's equation holds for anything. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "80"})
    void aKeyThatFitsAnyContentIsNone(String sign) {
        var one = "01" + "00".repeat(30);
        var text =
                "{\"key\":\"%s%s\",\"signature\":\"%s00%s\",\"signed\":{}}".formatted(one, sign, one, "00".repeat(32));

        assertThatThrownBy(() -> SignedDocument.read(text.getBytes(UTF_8))).hasMessageContaining("signature");
    }

    static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whatever a stranger publishes, it is read, or a sentence says why not. */
    @FuzzTest
    void readsAnythingOrSaysWhyNot(byte[] bytes) {
        try {
            var snapshot = SnapshotJson.read(bytes);
            assertThat(SnapshotJson.read(SnapshotJson.write(snapshot))).isEqualTo(snapshot);
        } catch (UnreadableException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        try {
            ShownPage.read(bytes);
        } catch (UnreadableException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
