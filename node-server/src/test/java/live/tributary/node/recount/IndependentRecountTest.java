// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.recount.IndependentProgram.Outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A second program, in another language, draws the same pages and refuses the same. */
final class IndependentRecountTest {

    private static final KeyPair KEYS = SnapshotJsonTest.keys();

    @TempDir
    private Path folder;

    private final Any any = new Any(1);
    private final DayKey key = any.key();
    private final Snapshot snapshot = any.snapshot(60, key);
    private final PublishedSnapshot published = Served.publish(snapshot, KEYS);
    private final Served served = Served.any(any, snapshot, key, 1);

    @Test
    void agreesOnAThousandPages() throws Exception {
        for (int i = 0; i < 4; i++) {
            var any = new Any(i);
            var key = any.key();
            var snapshot = any.snapshot(60 + 40 * i, key);
            var served = IntStream.range(0, 250)
                    .mapToObj(n -> Served.any(any, snapshot, key, 1 + n % 3))
                    .toList();
            var pages = IntStream.range(0, 250)
                    .mapToObj(n -> n % 2 == 0
                            ? served.get(n).json()
                            : new String(served.get(n).receipt().write(), UTF_8))
                    .toList();

            assertThat(recount(Served.publish(snapshot, KEYS), key, pages))
                    .is(new Said(0, "250 of 250 pages agree.\n"));
            // Most are not empty, or they would prove little.
            assertThat(served.stream().filter(page -> !page.cards().isEmpty()).count())
                    .isGreaterThan(125);
        }
    }

    @Test
    void agreesWithThePublishedVectors() throws Exception {
        var vectors = CanonicalJson.read(Files.readAllBytes(IndependentProgram.SCRIPT.resolveSibling("vectors.json")));
        for (var draw : vectors.path("draws")) {
            var snapshot = SnapshotJson.read(CanonicalJson.write(draw.path("snapshot")));
            var key = DayKey.parse(draw.path("key").stringValue()).orElseThrow();
            var pages = draw.path("pages").valueStream().map(JsonNode::toString).toList();

            assertThat(recount(Served.publish(snapshot, KEYS), key, pages)).is(new Said(0, "4 of 4 pages agree.\n"));
        }
    }

    @Test
    void findsThePageThatWasChanged() throws Exception {
        var page = served.json();
        var another = page.replaceFirst("\"w\":\\d+", "\"w\":7");
        var said = recount(published, key, List.of(page, another));

        assertThat(said).is(new Said(1, "1 of 2 pages agree.\n"));
        assertThat(said.text()).contains("Page 2 differs: card 1 should say");
    }

    /** As the node itself says it: {@link RecountTest}. */
    @Test
    void saysWhoseWordAPageIs() throws Exception {
        var receipt = served.receipt().write();
        var own = SignedDocument.sign(receipt, KEYS).write();
        var strangers = SignedDocument.sign(receipt, SnapshotJsonTest.keys()).write();
        var forged = own.replace("\"page\":1", "\"page\":2");
        var unsigned = new String(receipt, UTF_8);

        assertThat(recount(published, key, List.of(own, unsigned)).text())
                .contains("; signed with the snapshot's key)")
                .contains("; not signed: proves nothing about what was shown)")
                .contains("page 1 for the nonce %s".formatted(served.nonce()))
                .contains("was not looked at: compare it", "before its day began was not looked at");
        assertThat(recount(published, key, List.of(own, strangers, forged))).is(new Said(2, "1 of 3 pages agree.\n"));
        assertThat(recount(published, any.key(), List.of(own)))
                .is(new Said(2, "The key is not the one that the snapshot promised.\n"));
        var hex = published.document().key();
        assertThat(recount(published, key, List.of(own), "--signed-by", hex)).is(new Said(0, "1 of 1 pages agree.\n"));
        assertThat(recount(published, key, List.of(own), "--signed-by", "ab".repeat(32))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void asksTheDayBeforeWhatItPromised() throws Exception {
        assertThat(recount(published, key, List.of(served.json()), "--before", before(key)))
                .is(new Said(0, "1 of 1 pages agree.\n"));
        assertThat(recount(published, key, List.of(served.json()), "--before", before(any.key()))
                        .code())
                .isEqualTo(1);
    }

    private String before(DayKey next) throws IOException {
        var minute = Minute.parse("2026-11-21T23:59Z").orElseThrow();
        var promise = any.key().commitment();
        var snapshot = new Snapshot(minute, Hash.NONE, promise, next.commitment(), Map.of(), List.of());
        return Files.writeString(
                        folder.resolve("before.json"),
                        Served.publish(snapshot, KEYS).document().write())
                .toString();
    }

    /** Each of these the node refuses too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"page\":1 | \"page\":-1",
                "\"page\":1 | \"page\":true",
                "\"page\":1 | \"page\":1.0",
                "\"nonce\":\" | \"nonce\":\"00",
                "\"snapshot_hash\" | \"snapshot_mash\"",
                "\"hidden\":[] | \"hidden\":[\"z\",\"a\"]",
                "\"languages\":[] | \"languages\":[\"\\ud800\"]",
                "{ | {\"page\":1,",
                "fairturn/1 | fairturn/2"
            })
    void refusesWhatIsNotInItsOneForm(String right, String wrong) throws Exception {
        var whole = new Served(snapshot, served.nonce(), Filter.NONE, 1, List.of());
        var page = new String(whole.receipt().write(), UTF_8);
        var changed = page.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThat(changed).isNotEqualTo(page);
        assertThat(recount(published, key, List.of(changed)).code()).isEqualTo(2);
        assertThatThrownBy(() -> Recount.of(published, key, served.nonce(), changed.getBytes(UTF_8)))
                .isInstanceOf(UnreadableException.class);
    }

    /** How it ended, and the end of what it said. */
    private static final class Said extends Condition<Outcome> {
        Said(int code, String end) {
            super(outcome -> outcome.code() == code && outcome.text().endsWith(end), "%d and %s", code, end);
        }
    }

    private Outcome recount(PublishedSnapshot published, DayKey key, List<String> pages, String... options)
            throws Exception {
        return IndependentProgram.recount(folder, published.document().write(), key, pages, options);
    }
}
