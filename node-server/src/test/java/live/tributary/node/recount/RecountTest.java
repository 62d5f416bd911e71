// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.regex.Pattern;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RecountTest {

    private final Any any = new Any(11);
    private final DayKey key = any.key();
    private final Snapshot snapshot = any.snapshot(80, key);
    private final Served served = Served.any(any, snapshot, key, 1);

    private Recount recount(String page) {
        return Recount.of(snapshot, key, served.nonce(), page.getBytes(UTF_8));
    }

    @Property(tries = 100)
    void everyServedPageAgrees(
            @ForAll long number, @ForAll @IntRange(max = 80) int groups, @ForAll @IntRange(min = 1, max = 3) int page) {
        var some = new Any(number);
        var aKey = some.key();
        var aSnapshot = some.snapshot(groups, aKey);
        var aPage = Served.any(some, aSnapshot, aKey, page);

        assertThat(Recount.of(aSnapshot, aKey, aPage.nonce(), aPage.json().getBytes(UTF_8)))
                .isEqualTo(new Recount.Agrees(aPage.cards().size()));
        assertThat(Recount.of(aSnapshot, aKey, aPage.nonce(), aPage.receipt().write()))
                .isEqualTo(new Recount.Agrees(aPage.cards().size()));
    }

    @Test
    void aSignedReceiptAgreesAndAForgedOneIsRefused() throws Exception {
        var receipt = SignedDocument.sign(served.receipt().write(), SnapshotJsonTest.keys())
                .write();

        assertThat(recount(receipt)).isInstanceOf(Recount.Agrees.class);
        var forged = receipt.replaceFirst("\"page\":1", "\"page\":2");
        assertThatThrownBy(() -> recount(forged)).hasMessageContaining("signature");
    }

    /** Each digit of each card that is changed is found. */
    @Test
    void findsWhateverIsChanged() {
        var page = served.json();
        var digits = Pattern.compile("(?<=\"(?:gid|L|key|a|f|r|w|position|tier)\":\"?)[0-9a-f]")
                .matcher(page);
        while (digits.find()) {
            var other = digits.group().equals("1") ? "2" : "1";
            var changed = page.substring(0, digits.start()) + other + page.substring(digits.end());
            assertThat(recount(changed)).isInstanceOf(Recount.Differs.class);
        }
        assertThat(digits.reset().results().count()).isGreaterThan(100);
    }

    @Test
    void findsACardThatWasLeftOutOrMoved() {
        var order = served.receipt().order();
        var receipt = new String(served.receipt().write(), UTF_8);
        var first = "\"" + order.get(0) + "\"";
        var second = "\"" + order.get(1) + "\"";

        assertThat(recount(receipt.replace("[" + first + "," + second, "[" + second + "," + first))
                        .sentence())
                .startsWith("Card 1 should be group " + order.get(0));
        assertThat(recount(receipt.replace("[" + first + ",", "[")).sentence()).contains("and the draw gives");
    }

    @Test
    void comparesOnlyWhatBelongsTogether() {
        var page = served.json().getBytes(UTF_8);
        var receipt = new String(served.receipt().write(), UTF_8);
        var hash =
                new SignedDocument("", "", SnapshotJson.write(snapshot)).hash().hex();

        assertThat(Recount.of(snapshot, any.key(), served.nonce(), page).sentence())
                .contains("not the one that");
        assertThat(Recount.of(snapshot, key, new Nonce("ab".repeat(16)), page).sentence())
                .contains("another nonce");
        assertThat(recount(receipt.replace("T19:04Z", "T19:05Z")).sentence()).contains("the snapshot of");
        assertThat(recount(receipt.replace(hash, "0".repeat(64))).sentence()).contains("another snapshot");
        assertThatThrownBy(() -> recount(receipt.replace("\"page\":1", "\"page\":0")))
                .hasMessageContaining("no page 0");
    }
}
