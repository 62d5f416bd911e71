// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.accounts.Accounts;
import live.tributary.node.accounts.Applicant;
import live.tributary.node.accounts.Password;
import live.tributary.node.broadcast.Language;
import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.Secret;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.Choice;
import live.tributary.node.listing.Consent;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.Pitch;
import live.tributary.node.recount.IndependentProgram;
import live.tributary.node.rings.RingDeed;
import live.tributary.node.rings.RingFounding;
import live.tributary.node.rings.RingWords;
import live.tributary.node.rings.Slug;

import static org.assertj.core.api.Assertions.assertThat;

/** A team on one node and a directory on another, which streams nothing itself: from consent to its end. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DirectoryOfAnotherNodeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ClockAhead clock = new ClockAhead();
    private final TestDatabase books;
    private final RunningNode directory;
    private final FederatedNode river;

    DirectoryOfAnotherNodeTest(TestDatabase database, @TempDir Path data) {
        books = database.another("directory");
        directory = RunningNode.start(
                books,
                clock,
                "tributary.fediverse.test-loopback=true",
                "tributary.features.studio=false",
                "tributary.features.directory=true",
                "tributary.data-directory=" + data.resolve("directory"));
        claim(directory);
        river = FederatedNode.start(
                database, data.resolve("river"), "tributary.studio.lost-grace=1s", "tributary.features.directory=true");
    }

    /** Before somebody owns it, a node shows nothing else. */
    private static void claim(RunningNode node) {
        var token = new Secret(node.claimPath().substring("/claim/".length()));
        var keeper = new Applicant(new Handle("keeper"), new DisplayName("Keeper"), new Password(House.PASSWORD));
        node.get(Accounts.class).claimNode(Actor.ANONYMOUS, token, keeper);
    }

    @AfterAll
    void stop() {
        river.close();
        directory.close();
        http.close();
    }

    @Test
    void aTeamIsListedDrawnWatchedAndGoneWhenItSaysSo() {
        consents();
        saysThatItIsLiveAndIsNot();
        isLiveWhenItsPictureMoves();
        vanishesWhenItEnds();
        isTakenOffObjectsAndComesBack();
        takesItsConsentBack();
    }

    private void consents() {
        foundsARing();
        assertThat(page().select("tb-draw")).isNotEmpty();
        assertThat(page().select("header nav a").eachAttr("href"))
                .containsExactly(
                        "/directory", "/directory/next", "/directory/rings", "/directory/teams", "/directory/seats");
        assertThat(actorOfTheDirectory())
                .contains("rankingPolicy")
                .contains("/directory/draw")
                .contains("/ap/actor/live");
        var team = river.house().team().id();
        var owner = river.house().actor();
        river.get(Listings.class)
                .put(
                        owner,
                        team,
                        new Pitch(
                                Consent.INVITED,
                                "Boats, and what becomes of them.",
                                List.of("boats"),
                                List.of(Language.parse("en").orElseThrow()),
                                List.of()));
        assertThat(river.get(Directories.class).choose(owner, team, directory.web() + "/ap/actor"))
                .isEqualTo(new Choice.Done(URI.create(directory.web() + "/ap/actor")));
        await("the team to be listed", () -> listed().containsKey(river.groupAddress()));
        isListedByItsOwnNodeToo(owner, team);
        assertThat(listed().values()).extracting(ListedGroup::tags).containsExactly(List.of("boats"));
        assertThat(new WebVisitor(directory.web()).get("/directory/teams").body())
                .contains("Boats, and what becomes of them.");
        bothShowItsRing();
    }

    private void foundsARing() {
        var words = new RingWords("The Boat Ring", "\nBoats only.\nAnd oars.", new RingLanes(50, 25, 25));
        var founded = river.get(RingFounding.class)
                .found(river.house().actor(), river.house().team().id(), new Slug("boats"), words);
        assertThat(founded).isInstanceOf(RingDeed.Done.class);
        assertThat(rings(river.node()).text()).doesNotContain("The Boat Ring");
    }

    /** The other node has read which rings the team says it is in, and that the ring says so too. */
    private void bothShowItsRing() {
        for (var node : List.of(directory, river.node())) {
            await("its ring", () -> rings(node).text().contains("The Boat Ring"));
            var card = rings(node).select(".listed-ring");
            assertThat(card.select("> a").attr("href"))
                    .isEqualTo(river.node().web().resolve("/ring/boats").toString());
            assertThat(card.select(".charter").text()).isEqualTo("Boats only.");
            assertThat(card.select(".ring-teams a").eachText()).containsExactly("River");
            assertThat(card.select(".live-tag")).isEmpty();
        }
    }

    private static Document rings(RunningNode node) {
        return new WebVisitor(node.web()).get("/directory/rings").page();
    }

    private void isListedByItsOwnNodeToo(Actor owner, TeamId team) {
        var own = river.get(Directory.class);
        assertThat(own.listed()).isEmpty();
        var name = URI.create(river.node().web() + "/ap/actor");
        assertThat(river.get(Directories.class).choose(owner, team, name.toString()))
                .isEqualTo(new Choice.Done(name));
        await("the own team to be listed", () -> own.listed().containsKey(river.groupAddress()));
    }

    /** A broadcast is announced, and nobody publishes it: its playlist does not move. */
    private void saysThatItIsLiveAndIsNot() {
        await("the directory to be a follower", () -> !river.followers().isEmpty());
        assertThat(directory.get(LiveBoard.class).live()).isEmpty();
        assertThat(river.get(LiveBoard.class).live()).isEmpty();
    }

    private void isLiveWhenItsPictureMoves() {
        var length = Programme.synthetic().lasting(Duration.ofSeconds(60)).sized(320, 240);
        var key = river.house().key("studio").key().value();
        try (var _ = FfmpegPublisher.publish(
                Programs.DEBIAN_FFMPEG, length, river.node().ingest(key))) {
            await(
                    "the team to be live",
                    () -> directory.get(LiveBoard.class).live().size() == 1);
            assertThat(new WebVisitor(directory.web())
                            .getJson("/directory/live.json")
                            .body())
                    .as("not only with the next minute")
                    .contains(watched());
            assertThat(rings(directory).select(".ring-teams .live-tag")).hasSize(1);
            assertThat(rings(directory).select(".ring-teams a").attr("href")).isEqualTo(watched());
            await(
                    "the team to be live on its own node",
                    () -> river.get(LiveBoard.class).live().size() == 1);
            // Who is live now is in the draw of the next minute.
            clock.advance(Duration.ofMinutes(1));
            await("the draw", () -> page().select("a[href]").eachAttr("href").contains(watched()));
            assertThat(page().text()).contains("River").contains("English");
        }
    }

    private void vanishesWhenItEnds() {
        await(
                "its end",
                () -> directory.get(LiveBoard.class).live().isEmpty()
                        && river.get(LiveBoard.class).live().isEmpty());
    }

    /** The owner has no team here: this node is nothing but a directory. */
    private void isTakenOffObjectsAndComesBack() {
        assertThat(new WebVisitor(directory.web()).get("/directory/desk").goesTo())
                .isEqualTo("/login");
        var keeper = new WebVisitor(directory.web());
        assertThat(keeper.logIn("keeper", House.PASSWORD).goesTo()).isEqualTo("/studio");
        assertThat(keeper.get("/studio").goesTo()).isEqualTo("/directory/desk");
        var page = keeper.get(
                keeper.get("/directory/desk?q=river").page().select("td a").attr("href"));
        assertThat(page.page().text()).contains("Newcomer");
        isSuspectedUntilSomebodyHadALook(keeper);
        var removed = isTakenOff(keeper, page);
        var own = new WebVisitor(river.node().web());
        own.logIn(House.OWNER, House.PASSWORD);
        await("the statement", () -> !statement(own).isEmpty());
        objects(URI.create(statement(own)).getPath());

        assertThat(keeper.get("/directory/desk").page().text()).contains("One appeal");
        var answer = Map.of("answer", "put-back", "reasons", "It was a kiln, I have seen it.");
        keeper.submit(keeper.get(removed), removed, answer);
        await("the team to be listed again", () -> listed().containsKey(river.groupAddress()));
        await("its studio to say so", () -> statement(own).isEmpty());
    }

    private void isSuspectedUntilSomebodyHadALook(WebVisitor keeper) {
        books.client()
                .sql(
                        "INSERT INTO directory.rerun (actor, first_at, again_at) SELECT actor, since, since FROM directory.listing")
                .update();
        var desk = keeper.get("/directory/desk").page();
        var team = keeper.get(desk.select("section:has(#repeating) a").attr("href"));
        assertThat(team.page().text()).contains("Perhaps a rerun");
        keeper.submit(
                team,
                "/directory/desk/team/looked",
                Map.of("team", river.groupAddress().toString()));
        assertThat(keeper.get("/directory/desk").page().text()).doesNotContain("Perhaps a rerun");
    }

    private String isTakenOff(WebVisitor keeper, WebVisitor.Reply page) {
        var fields = new HashMap<>(Map.of("team", river.groupAddress().toString(), "term", "open", "rule", "3"));
        assertThat(keeper.submit(page, "/directory/desk/team", fields).status()).isEqualTo(422);
        fields.put("reasons", "Flashing pictures without a note on 3 May.");
        return keeper.submit(page, "/directory/desk/team", fields).goesTo();
    }

    /** Whoever has the link, and once. */
    private void objects(String link) {
        var stranger = new WebVisitor(directory.web());
        var statement = stranger.get(link);
        assertThat(statement.page().text()).contains("Rule 3, in version 1").contains("without a note");
        assertThat(statement.header("Referrer-Policy")).hasValue("same-origin");
        assertThat(statement.header("Cache-Control")).hasValue("no-store");
        assertThat(stranger.submit(statement, link, Map.of("appeal", "It was a kiln."))
                        .goesTo())
                .isEqualTo(link);
        var read = stranger.get(link);
        assertThat(read.page().select("textarea")).isEmpty();
        assertThat(read.header("Cache-Control")).hasValue("no-store");
        assertThat(stranger.get("/directory/statements/" + "a".repeat(32)).status())
                .isEqualTo(404);
        assertThat(stranger.get("/directory/rules").page().select("ol li")).hasSizeGreaterThan(3);
    }

    private static String statement(WebVisitor visitor) {
        return visitor.get("/studio/listing")
                .page()
                .select("a[href*=/directory/statements/]")
                .attr("href");
    }

    private void takesItsConsentBack() {
        var owner = river.house().actor();
        var left = river.get(Directories.class)
                .leave(owner, river.house().team().id(), URI.create(directory.web() + "/ap/actor"));
        assertThat(left).isTrue();
        await("the end of the listing", () -> listed().isEmpty());
        river.get(Directories.class)
                .leave(owner, river.house().team().id(), URI.create(river.node().web() + "/ap/actor"));
        await(
                "the end of the own listing",
                () -> river.get(Directory.class).listed().isEmpty());
        assertThat(new WebVisitor(directory.web()).get("/directory/teams").body())
                .doesNotContain("Boats");
        assertThat(rings(directory).select(".listed-ring")).isEmpty();
        assertThat(rings(river.node()).select(".listed-ring")).isEmpty();
    }

    @Test
    void withTheSameBooksDirectoriesServeTheSamePagesAndAStrangersProgramAgrees(@TempDir Path folder) throws Exception {
        var any = new Any(7);
        var same = SameBooks.of(any, clock.instant().minus(Duration.ofDays(2)));
        new BooksStore(books.client()).add(same);
        new BooksStore(river.client()).add(same);
        var here = new WebVisitor(directory.web());
        var there = new WebVisitor(river.node().web());
        var pages = new ArrayList<String>();
        for (var path : same.pages(any)) {
            var page = here.getJson(path).body();
            // A tenth is enough for two to differ in; the stranger draws all.
            if (pages.size() % 10 == 0) {
                assertThat(there.getJson(path).body()).as(path).isEqualTo(page);
            }
            pages.add(page);
        }
        assertThat(pages).doesNotHaveDuplicates().allMatch(page -> page.contains("\"gid\""));

        var snapshot = there.getJson("/directory/snapshots/" + same.minute()).body();
        var published = here.getJson("/directory/keys/" + same.minute().day()).body();
        var key = DayKey.parse(
                        JsonMapper.shared().readTree(published).path("key").asString())
                .orElseThrow();
        assertThat(IndependentProgram.recount(folder, snapshot, key, pages)).satisfies(outcome -> {
            assertThat(outcome.text()).endsWith("%1$d of %1$d pages agree.\n".formatted(pages.size()));
            assertThat(outcome.code()).isZero();
        });
    }

    private String actorOfTheDirectory() {
        var request = HttpRequest.newBuilder(directory.web().resolve("/ap/actor"))
                .header("Accept", "application/activity+json")
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).join().body();
    }

    private String watched() {
        return river.node().web().resolve("/@river/ada").toString();
    }

    private Map<URI, ListedGroup> listed() {
        return directory.get(Directory.class).listed();
    }

    private Document page() {
        return new WebVisitor(directory.web())
                .get("/directory?n=00112233445566778899aabbccddeeff")
                .page();
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, PATIENCE, condition);
    }
}
