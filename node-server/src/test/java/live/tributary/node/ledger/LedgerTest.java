// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.node.directory.Harbour;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Exposure;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.fairturn.Turn;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Instants;
import live.tributary.node.recount.Finding;
import live.tributary.node.recount.KeyPromise;
import live.tributary.node.recount.PublishedSnapshot;
import live.tributary.node.recount.Recount;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What a directory publishes: a chain that nobody can bend, and pages that follow from it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LedgerTest {

    private static final Nonce NONCE = new Nonce("00112233445566778899aabbccddeeff");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Harbour harbour;
    private final WebVisitor visitor;

    LedgerTest(TestDatabase database, @TempDir Path data) {
        database.empty("ledger.snapshot", "ledger.day_key", "ledger.turn", "ledger.live_hour", "ledger.day");
        // Longer than this test moves the clock while somebody is live.
        harbour = new Harbour(database, data, "tributary.directory.probe-every=10m");
        visitor = new WebVisitor(harbour.node.node().web());
    }

    @AfterAll
    void stop() {
        harbour.close();
    }

    @Test
    void whatIsShownFollowsFromWhatIsPublished() {
        harbour.listed("owl");
        harbour.listed("eel");
        harbour.live("owl");
        isInTheFeedsAtOnceAndInTheDrawWithTheNextMinute();
        var minute = nextMinute();
        var drawn = get("/api/v1/directory/draw?n=" + NONCE);
        assertThat(drawn.path("cards").findValuesAsString("name")).containsExactlyInAnyOrder("The owl", "The eel");
        assertThat(drawn.path("snapshot").asString()).isEqualTo(minute.toString());
        assertThat(drawn.path("cards").path(0).path("words").asString()).startsWith("In English.");
        var receipt = visitor.getJson("/api/v1/directory/receipt?n=%s&at=%s".formatted(NONCE, minute))
                .body();

        feedsNameBothAndAreSentOnce();
        isCountedOnce(drawn, minute);
        isInTheChain(minute);
        hidesItsKeyUntilTheDayIsOver(minute, List.of(drawn.toString(), receipt));
        forgetsTheNameOfWhoLeaves(minute);
        findsByWordsWhoLetsThemselvesBeFound();
    }

    /** Without a step of the clock after the good probe. */
    private void isInTheFeedsAtOnceAndInTheDrawWithTheNextMinute() {
        var before = nextMinute();
        harbour.live("eel");
        assertThat(get("/directory/live.json").path("items").findValuesAsString("title"))
                .containsExactlyInAnyOrder("The owl: Evening owl", "The eel: Evening eel");
        assertThat(snapshot(before).lines()).extracting(GroupLine::gid).containsExactly(Gid.of(harbour.actor("owl")));
    }

    private void feedsNameBothAndAreSentOnce() {
        var json = feed("live.json", "application/feed+json");
        var feed = MAPPER.readTree(json);
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asString()).isNotEmpty();
        assertThat(feed.path("feed_url").asString()).endsWith("/directory/live.json");
        assertThat(feed.path("items").valueStream())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.propertyNames()).contains("id", "url", "title", "date_published"));

        var atom = xml(feed("live.atom", "application/atom+xml"));
        assertThat(atom.tagName()).isEqualTo("feed");
        assertThat(atom.attr("xmlns")).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(atom.select("feed > title, feed > id, feed > updated, feed > author > name"))
                .hasSize(4);
        assertThat(atom.select("feed > entry")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.children())
                    .extracting(Element::tagName)
                    .contains("title", "id", "updated", "summary", "link");
            assertThat(entry.select("updated").text()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z");
        });

        var opml = xml(feed("teams.opml", "text/x-opml"));
        assertThat(opml.select("opml[version=2.0] > head > title")).hasSize(1);
        assertThat(opml.select("opml > body > outline[type=link][url]").eachAttr("text"))
                .containsExactly("The eel", "The owl");
    }

    /** What lies there; whoever has it already is sent nothing. */
    private String feed(String name, String type) {
        var path = "/directory/" + name;
        var reply = visitor.get(path);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith(type);
        var tag = reply.header("ETag").orElseThrow();
        assertThat(visitor.send("GET", path, "", Map.of("If-None-Match", tag)).status())
                .isEqualTo(304);
        return reply.body();
    }

    private static Element xml(String text) {
        return requireNonNull(Jsoup.parse(text, "", Parser.xmlParser()).firstElementChild());
    }

    private void findsByWordsWhoLetsThemselvesBeFound() {
        harbour.listed("hen");
        harbour.listed("mole", document -> document.put("indexable", false));
        harbour.live("hen");
        harbour.live("mole");
        assertThat(visitor.get("/directory/teams").page().select(".listed a b").eachText())
                .containsExactly("The eel", "The hen", "The mole");
        var minute = nextMinute();
        var asked = "n=%s&at=%s&q=".formatted(NONCE, minute);
        var all = get("/api/v1/directory/draw?" + asked);
        assertThat(all.path("cards").findValuesAsString("name")).contains("The hen", "The mole");
        assertThat(get("/api/v1/directory/draw?" + asked + "the+evening")
                        .path("cards")
                        .findValuesAsString("name"))
                .containsExactly("The hen");
        assertThat(get("/api/v1/directory/draw?" + asked + "mole").path("found").asInt())
                .isZero();
        var receipt =
                visitor.getJson("/api/v1/directory/receipt?" + asked + "hen").body();
        var found = MAPPER.readTree(receipt).path("signed").path("filter").path("found");
        assertThat(found.valueStream().map(JsonNode::asString))
                .containsExactly(Gid.of(harbour.actor("hen")).toString());
        var key = harbour.node.get(DayKeys.class).of(minute.day()).key();
        var published = new PublishedSnapshot(signed(minute), snapshot(minute));
        assertThat(Recount.of(published, key, NONCE, receipt.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Finding.Agrees.class);
    }

    @Test
    void whatWasShownWeeksAgoIsLittleOfTheTimesShown() {
        var store = harbour.node.get(TurnStore.class);
        var now = harbour.clock.instant();
        var stork = Gid.of(harbour.actor("stork"));
        store.put(Map.of(new PoolGid("sv", stork), new Turn(100, 50)), now.minus(Turn.HALF_LIFE));
        store.put(Map.of(new PoolGid("fi", stork), new Turn(10, 25)), now);
        assertThat(store.shares(1, now).get(stork)).isNotNull().satisfies(share -> {
            assertThat(share.received()).isCloseTo(60, within(1e-6));
            assertThat(share.due()).isCloseTo(50, within(1e-6));
        });
        assertThat(store.shares(20, now.plus(Turn.HALF_LIFE.multipliedBy(2)))).doesNotContainKey(stork);
        assertThat(store.shares(1, now.plus(Duration.ofDays(40_000)))).doesNotContainKey(stork);
    }

    private void isCountedOnce(JsonNode drawn, Minute minute) {
        get("/api/v1/directory/draw?n=" + NONCE + "&at=" + minute);
        var after = nextMinute();
        var ledger = get("/directory/ledger/" + minute.day());
        var received = ledger.path("groups")
                .valueStream()
                .mapToDouble(group -> group.path("received").asDouble())
                .sum();
        assertThat(received).isEqualTo(Exposure.at(1) + Exposure.at(2));
        var due = ledger.path("groups")
                .valueStream()
                .mapToDouble(group -> group.path("due").asDouble())
                .sum();
        assertThat(due).isCloseTo(received, within(1e-9));
        assertThat(ledger.path("groups").findValuesAsString("gid"))
                .containsExactlyInAnyOrderElementsOf(drawn.path("cards").findValuesAsString("gid"));
        // Who came first has had more than its share, so the other is a little more likely now.
        var now = snapshot(after);
        var first =
                Gid.parse(drawn.path("cards").path(0).path("gid").asString()).orElseThrow();
        now.lines()
                .forEach(line -> assertThat(line.pools().getFirst().correction() < Fixed.ONE)
                        .isEqualTo(line.gid().equals(first)));
    }

    private void isInTheChain(Minute minute) {
        var signed = signed(minute);
        var newest = get("/directory/snapshots");
        assertThat(signed.key()).isEqualTo(newest.path("key").asString());
        var snapshot = SnapshotJson.read(signed.content());
        assertThat(snapshot.previous()).isEqualTo(new Hash(before(minute)));
        assertThat(snapshot.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.vouched()).isFalse();
            assertThat(line.tags()).containsExactly("pottery");
        });
        assertThat(snapshot.lines().getFirst().hands())
                .isEqualTo(snapshot.lines().getLast().hands());
        assertThat(new String(signed.content(), StandardCharsets.UTF_8))
                .doesNotContain("owl")
                .doesNotContain("127.0");
        assertThat(visitor.getJson("/directory/snapshots/2020-01-01T00:00Z").status())
                .isEqualTo(404);
        assertThat(visitor.getJson("/directory/snapshots/yesterday").status()).isEqualTo(400);
    }

    private void hidesItsKeyUntilTheDayIsOver(Minute minute, List<String> pages) {
        var path = "/directory/keys/" + minute.day();
        assertThat(get(path).has("key")).isFalse();
        var promised = Hash.parse(get(path).path("commitment").asString()).orElseThrow();
        var snapshot = snapshot(minute);
        assertThat(snapshot.dayKey()).isEqualTo(promised);
        var published = new PublishedSnapshot(signed(minute), snapshot);
        var left = Duration.between(harbour.clock.instant(), DayKeys.publishedAt(minute.day()));
        harbour.clock.advance(left.minusSeconds(30));
        assertThat(get(path).has("key")).isFalse();
        harbour.clock.advance(Duration.ofMinutes(1));
        var key = DayKey.parse(get(path).path("key").asString()).orElseThrow();
        assertThat(pages)
                .allSatisfy(page -> assertThat(Recount.of(published, key, NONCE, page.getBytes(StandardCharsets.UTF_8)))
                        .isInstanceOf(Finding.Agrees.class));
        // The key of the day after was promised before that day began.
        var signedLater = signed(nextMinute());
        var later = new PublishedSnapshot(signedLater, SnapshotJson.read(signedLater.content()));
        assertThat(KeyPromise.of(later, published)).isInstanceOf(Finding.Agrees.class);
    }

    private void forgetsTheNameOfWhoLeaves(Minute minute) {
        assertThat(get("/directory/names").path("groups").findValuesAsString("name"))
                .contains("The owl");
        harbour.forget(Actor.SYSTEM, harbour.actor("owl"));
        assertThat(get("/directory/names").path("groups").findValuesAsString("name"))
                .containsExactly("The eel");
        assertThat(snapshot(minute).lines()).hasSize(2);
    }

    @Test
    void thereIsOneSnapshotAMinuteAlsoAfterARestart() {
        nextMinute();
        var store = harbour.node.get(SnapshotStore.class);
        var last = store.last().orElseThrow();
        var restarted = new Recent();
        var again = new MinuteWorker(
                harbour.node.get(Books.class),
                restarted,
                store,
                harbour.node.get(Retention.class),
                harbour.board,
                () -> last.minute().start().plusSeconds(30));
        again.look();
        var document = store.find(last.minute()).orElseThrow();
        assertThat(restarted.newest().orElseThrow().document().hash())
                .isEqualTo(last.hash())
                .isEqualTo(document.hash());
        assertThatThrownBy(() -> store.add(last.minute(), document)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aKeyThatASnapshotPromisesIsKeptWhateverBecomesOfTheSnapshot() {
        var minute = Minute.parse("2025-05-05T10:00Z").orElseThrow();
        var store = harbour.node.get(SnapshotStore.class);
        var seeds = harbour.node.get(Snapshots.class);
        assertThat(seeds.seed(NONCE, minute)).isEmpty();
        store.add(minute, new SignedDocument("0".repeat(64), "0".repeat(128), "{}".getBytes(StandardCharsets.UTF_8)));
        var books = harbour.node.get(Books.class);
        assertThatThrownBy(() -> books.close(minute, List.of())).isInstanceOf(DuplicateKeyException.class);
        var next = minute.day().plusDays(1);
        var promised = harbour.node.get(DayKeys.class).commitment(next);
        assertThat(get("/directory/keys/" + next).path("commitment").asString()).isEqualTo(promised.hex());
        assertThat(seeds.seed(NONCE, minute)).isPresent();
    }

    @Test
    void nothingIsSignedAfterAStartBeforeSomebodyHasLooked() {
        nextMinute();
        var store = harbour.node.get(SnapshotStore.class);
        var last = store.last().orElseThrow();
        var restarted = new Recent();
        var again = new MinuteWorker(
                harbour.node.get(Books.class),
                restarted,
                store,
                harbour.node.get(Retention.class),
                harbour.justStarted(),
                () -> last.minute().start().plusSeconds(90));
        again.look();
        assertThat(restarted.newest()).isEmpty();
        assertThat(store.last()).contains(last);
    }

    @Test
    void aDayThatNoCalendarHasIsNone() {
        assertThat(visitor.getJson("/directory/keys/-999999999-01-01").status()).isEqualTo(400);
        assertThat(visitor.getJson("/directory/ledger/+999999999-12-31").status())
                .isEqualTo(400);
    }

    @Test
    void oldContentsGoButTheFirstOfEachHourAndHashesStay() {
        var store = harbour.node.get(SnapshotStore.class);
        var minutes = Stream.of("10:58", "10:59", "11:00", "11:01")
                .map(time -> Minute.parse("2026-01-01T%sZ".formatted(time)).orElseThrow())
                .toList();
        var document = new SignedDocument("0".repeat(64), "0".repeat(128), "{}".getBytes(StandardCharsets.UTF_8));
        minutes.forEach(minute -> store.add(minute, document));
        var retention = harbour.node.get(Retention.class);
        var start = minutes.getFirst().start();
        retention.clean(start.plus(Duration.ofDays(6)));
        assertThat(minutes).allMatch(minute -> store.find(minute).isPresent());
        retention.clean(start.plus(Duration.ofDays(8)));
        assertThat(minutes.stream().map(minute -> store.find(minute).isPresent()))
                .containsExactly(true, false, true, false);
        retention.clean(start.plus(Duration.ofDays(91)));
        assertThat(minutes).noneMatch(minute -> store.find(minute).isPresent());
        assertThat(minutes).allMatch(minute -> store.hash(minute).isPresent());
    }

    @Test
    void wherePlaceIsScarceOldContentsGoEarlierButNotBeforeTheyCanBeChecked() {
        var store = harbour.node.get(SnapshotStore.class);
        var minutes = Stream.of("10:00", "10:30", "11:30")
                .map(time -> Minute.parse("2026-02-01T%sZ".formatted(time)).orElseThrow())
                .toList();
        var document = new SignedDocument("0".repeat(64), "0".repeat(128), "{}".getBytes(StandardCharsets.UTF_8));
        minutes.forEach(minute -> store.add(minute, document));
        var scarce = new Retention(
                store,
                harbour.node.get(TurnStore.class),
                harbour.node.get(LiveHourStore.class),
                new LedgerProperties(Duration.ofDays(7), DataSize.ofBytes(1), Duration.ofDays(90)));
        scarce.clean(minutes.getFirst().start().plus(Duration.ofDays(2)));
        assertThat(minutes).allMatch(minute -> store.find(minute).isPresent());
        scarce.clean(minutes.getFirst().start().plus(Duration.ofHours(49)));
        assertThat(minutes.stream().map(minute -> store.find(minute).isPresent()))
                .containsExactly(true, false, true);
    }

    private String before(Minute minute) {
        return harbour.node
                .client()
                .sql("SELECT hash FROM ledger.snapshot WHERE minute < :minute ORDER BY minute DESC LIMIT 1")
                .param("minute", Instants.parameter(minute.start()))
                .query(String.class)
                .single();
    }

    private Minute nextMinute() {
        harbour.clock.advance(Duration.ofMinutes(1));
        var minute = Minute.of(harbour.clock.instant());
        harbour.node.get(MinuteWorker.class).wake();
        harbour.await(
                "the snapshot of " + minute,
                () -> harbour.node
                        .get(SnapshotStore.class)
                        .last()
                        .filter(last -> last.minute().compareTo(minute) >= 0)
                        .isPresent());
        return minute;
    }

    private Snapshot snapshot(Minute minute) {
        return SnapshotJson.read(signed(minute).content());
    }

    private SignedDocument signed(Minute minute) {
        var reply = visitor.getJson("/directory/snapshots/" + minute);
        assertThat(reply.status()).isEqualTo(200);
        return SignedDocument.read(reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode get(String path) {
        var reply = visitor.getJson(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return MAPPER.readTree(reply.body());
    }
}
