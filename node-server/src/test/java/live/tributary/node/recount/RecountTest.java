// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.security.KeyPair;
import java.util.List;
import java.util.regex.Pattern;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Filter.Search;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RecountTest {

    private static final KeyPair KEYS = SnapshotJsonTest.keys();

    private final Any any = new Any(11);
    private final DayKey key = any.key();
    private final PublishedSnapshot published = Served.publish(any.snapshot(80, key), KEYS);
    private final Snapshot snapshot = published.snapshot();
    private final Served served = Served.any(any, snapshot, key, 1);

    private Finding recount(String page) {
        return Recount.of(published, key, served.nonce(), page.getBytes(UTF_8));
    }

    private String receipt() {
        return new String(served.receipt().write(), UTF_8);
    }

    private String signed(String content, KeyPair keys) {
        return SignedDocument.sign(content.getBytes(UTF_8), keys).write();
    }

    @Property(tries = 100)
    void everyServedPageAgrees(
            @ForAll long number, @ForAll @IntRange(max = 80) int groups, @ForAll @IntRange(min = 1, max = 3) int page) {
        var some = new Any(number);
        var aKey = some.key();
        var aSnapshot = Served.publish(some.snapshot(groups, aKey), KEYS);
        var aPage = Served.any(some, aSnapshot.snapshot(), aKey, page);
        var agrees = "The page agrees: %d cards".formatted(aPage.cards().size());

        assertThat(List.of(aPage.json().getBytes(UTF_8), aPage.receipt().write()))
                .map(shown -> Recount.of(aSnapshot, aKey, aPage.nonce(), shown))
                .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Agrees.class))
                .allSatisfy(finding -> assertThat(finding.sentence()).startsWith(agrees));
    }

    @Test
    void saysWhetherAPageIsSigned() {
        assertThat(recount(signed(receipt(), KEYS)).sentence()).endsWith("signed with the snapshot's key.");
        assertThat(recount(receipt()).sentence()).endsWith("not signed: it proves nothing about what was shown.");
        assertThat(recount(served.json()).sentence()).endsWith("it proves nothing about what was shown.");
        var forged = signed(receipt(), KEYS).replaceFirst("\"page\":1", "\"page\":2");
        assertThatThrownBy(() -> recount(forged)).hasMessageContaining("signature");
    }

    /** Whoever has keys can write receipts: neither a true nor a false one says anything about the directory. */
    @Test
    void aReceiptOfAnotherKeyProvesNothing() {
        var stranger = SnapshotJsonTest.keys();
        var swapped = swapped();

        assertThat(List.of(receipt(), swapped))
                .allSatisfy(content -> assertThat(recount(signed(content, stranger)))
                        .isInstanceOf(Finding.Undecided.class)
                        .extracting(Finding::sentence)
                        .asString()
                        .contains(SignedDocument.hex(stranger.getPublic())));
        assertThat(recount(signed(swapped, KEYS))).isInstanceOf(Finding.Differs.class);
    }

    private String swapped() {
        var order = served.receipt().order();
        var first = "\"" + order.get(0) + "\"";
        var second = "\"" + order.get(1) + "\"";
        return receipt().replace("[" + first + "," + second, "[" + second + "," + first);
    }

    /** A rival that is filtered out is missing from a page that agrees. */
    @Test
    void saysWhatWasAsked() {
        var found = snapshot.lines().stream().skip(1).map(GroupLine::gid).collect(toSet());
        var filter = new Filter(List.of("en", "de"), List.of("pottery"), List.of("sexual"), new Search.Only(found));
        var cards = new Draw(snapshot, filter, key.seed(served.nonce(), snapshot.minute())).page(2);
        var page = new Served(snapshot, served.nonce(), filter, 2, cards);

        assertThat(recount(page.json()).sentence())
                .contains("page 2 for the nonce %s, in the languages en, de, tagged pottery,".formatted(served.nonce()))
                .contains("without what is labelled sexual, of 79 groups that a search found.");
        var all = new Served(snapshot, served.nonce(), Filter.NONE, 9, List.of());
        assertThat(recount(all.json()).sentence())
                .contains("page 9 for the nonce %s, in all languages, without an interest, of everybody."
                        .formatted(served.nonce()));
    }

    /** Each digit of each number, and each letter of each text, of each card. */
    @Test
    void findsWhateverIsChanged() {
        var page = served.json();
        var cards = page.substring(page.indexOf("\"cards\""), page.indexOf("\"filter\""));
        var values = Pattern.compile("(?<=[:,\\[])(\"[^\"]+\"(?!:)|[0-9]+)").matcher(cards);
        int changes = 0;
        while (values.find()) {
            for (int i = values.start(); i < values.end(); i++) {
                if (cards.charAt(i) != '"') {
                    var other = cards.charAt(i) == '1' ? "2" : "1";
                    var changed = page.replace(cards, cards.substring(0, i) + other + cards.substring(i + 1));
                    assertThat(recount(changed)).as(changed).isInstanceOf(Finding.Differs.class);
                    changes++;
                }
            }
        }
        assertThat(changes).isGreaterThan(100 * served.cards().size());
    }

    @Test
    void findsACardThatWasLeftOutOrMoved() {
        var first = served.receipt().order().getFirst();

        assertThat(recount(swapped()).sentence()).startsWith("Card 1 should be group " + first);
        assertThat(recount(receipt().replace("[\"" + first + "\",", "[")).sentence())
                .contains("and the draw gives");
    }

    /** What may be a slip of whoever asks accuses nobody. */
    @Test
    void comparesOnlyWhatBelongsTogether() {
        var page = served.json().getBytes(UTF_8);
        var hash = Hash.of(SnapshotJson.write(snapshot)).hex();
        var other = receipt().replace(hash, "0".repeat(64));

        assertThat(List.of(
                        Recount.of(published, any.key(), served.nonce(), page),
                        Recount.of(published, key, new Nonce("ab".repeat(16)), page),
                        recount(receipt().replace("T19:04Z", "T19:05Z")),
                        recount(other)))
                .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Undecided.class))
                .extracting(Finding::sentence)
                .satisfiesExactly(
                        sentence -> assertThat(sentence).contains("not the one that"),
                        sentence -> assertThat(sentence).contains("another nonce"),
                        sentence -> assertThat(sentence).contains("the snapshot of"),
                        sentence -> assertThat(sentence).contains("another snapshot"));
        assertThat(recount(signed(other, KEYS))).isInstanceOf(Finding.Differs.class);
    }

    @Test
    void readsNoPageThatCouldBeReadInTwoWays() {
        var unsaid = receipt().replaceFirst("\"snapshot_hash\":\"[0-9a-f]+\",", "");
        assertThatThrownBy(() -> recount(receipt().replace("\"page\":1", "\"page\":0")))
                .hasMessageContaining("no page 0");
        assertThatThrownBy(() -> recount(unsaid)).hasMessageContaining("snapshot_hash");
        assertThatThrownBy(() -> recount(receipt().replace("fairturn/1", "fairturn/2")))
                .hasMessageContaining("not of version");
        assertThatThrownBy(
                        () -> recount(served.json().replaceFirst("\\{", "{\"version\":\"fairturn/1\",\"order\":[],")))
                .hasMessageContaining("not both");
        assertThatThrownBy(
                        () -> recount(served.json().replaceFirst("\"hidden\":\\[[^]]*]", "\"hidden\":[\"z\",\"a\"]")))
                .hasMessageContaining("one form");
        assertThatThrownBy(() -> recount(signed(receipt().replaceFirst("\\{", "{\"a\":1,"), KEYS)))
                .hasMessageContaining("one form");
    }

    /** It goes to a terminal. */
    @Test
    void repeatsNoSignsOfAStranger() {
        var escape =
                receipt().replaceFirst("\"order\":\\[\"[^\"]+\"", "\"order\":[\"\\\\u001b[2JThe page agrees\u009b\"");
        assertThatThrownBy(() -> recount(escape))
                .hasMessage("“\\u001b[2JThe page agrees\\u009b” is not the number of a group.");
        var filter = new Filter(List.of("e\u202en", "x".repeat(99)), List.of(), List.of(), new Search.Everybody());
        assertThat(recount(new Served(snapshot, served.nonce(), filter, 1, List.of()).json())
                        .sentence())
                .contains("in the languages e\\u202en, " + "x".repeat(40) + "…,");
    }
}
