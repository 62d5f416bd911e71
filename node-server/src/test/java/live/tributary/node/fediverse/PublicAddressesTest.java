// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.fediverse.LemmyRules;
import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What other servers find here, and in which form. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicAddressesTest {

    private static final String ACTIVITY_JSON = "application/activity+json";

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestDatabase database;
    private PublishedNode node;
    private AnnouncedVideo live;
    private AnnouncedVideo removed;

    PublicAddressesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path data) {
        var clock = new TestClock();
        node = PublishedNode.found(database, clock, data);
        var first = node.goLive();
        node.end(first);
        removed = node.video(first);
        node.get(Videos.class).remove(node.house().actor(), removed.id());
        // So long that it is another show.
        clock.advance(Duration.ofMinutes(16));
        live = node.video(node.goLive());
        Waiting.until(
                "the outbox shows the beginning",
                Duration.ofSeconds(20),
                () -> json(group() + "/outbox").path("totalItems").asInt() == 1);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acct:river@%s", "acct:RIVER@%s", "http://%s/@river"})
    void aTeamIsFoundByItsName(String resource) {
        var found = webFinger(resource.formatted(authority()));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(header(found, "Content-Type")).isEqualTo("application/jrd+json");
        assertThat(header(found, "Access-Control-Allow-Origin")).isEqualTo("*");
        var jrd = read(found);
        assertThat(jrd.path("subject").asString()).isEqualTo("acct:river@" + authority());
        assertThat(jrd.path("links").findValuesAsString("href")).contains(group(), web("/@river"));
    }

    @Test
    void aMemberIsFoundByThePageWhereItIsWatched() {
        var page = web("/@river/" + node.house().seat().handle());
        assertThat(read(webFinger(page)).path("links").findValuesAsString("href"))
                .contains(node.get(Addresses.class).of(node.person()).toString(), page);
        assertThat(webFinger(web("/@river/nobody")).statusCode()).isEqualTo(404);
    }

    @Test
    void aTeamWhosePageHasAHyphenIsFoundByThatPage(TestDatabase database) {
        rename(database, "river", "night-owls");
        try {
            assertThat(read(webFinger(web("/@night-owls"))).path("links").findValuesAsString("href"))
                    .contains(group());
        } finally {
            rename(database, "night-owls", "river");
        }
    }

    private static void rename(TestDatabase database, String before, String after) {
        database.client()
                .sql("UPDATE team.team SET handle = :after WHERE handle = :before")
                .param("after", after)
                .param("before", before)
                .update();
    }

    @Test
    void theNodeIsFoundByItsFirstPage() {
        assertThat(read(webFinger(web("/"))).path("links").findValuesAsString("href"))
                .contains(web("/ap/actor"));
    }

    @ParameterizedTest
    @CsvSource({"acct:nobody@%s, 404", "acct:river@elsewhere.example, 404", "nonsense, 404"})
    void nobodyElseIs(String resource, int status) {
        assertThat(webFinger(resource.formatted(authority())).statusCode()).isEqualTo(status);
        assertThat(get(web("/.well-known/webfinger"), "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void theNodeSaysWhatItIs() {
        assertThat(get(web("/.well-known/host-meta"), "*/*").body())
                .asString(StandardCharsets.UTF_8)
                .contains("lrdd");
        assertThat(header(get(web("/.well-known/host-meta"), "*/*"), "Content-Type"))
                .isEqualTo("application/xrd+xml");
        assertThat(read(get(web("/.well-known/host-meta.json"), "*/*")).has("links"))
                .isTrue();
        var links = read(get(web("/.well-known/nodeinfo"), "*/*")).path("links").findValuesAsString("href");
        assertThat(links).contains(web("/nodeinfo/2.0"), web("/nodeinfo/2.1"), web("/ap/actor"));
        assertThat(read(get(web("/nodeinfo/2.1"), "*/*"))
                        .path("software")
                        .path("name")
                        .asString())
                .isEqualTo("tributary");
        assertThat(header(get(web("/nodeinfo/2.0"), "*/*"), "Content-Type")).startsWith("application/json; profile=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/activity+json                                                         | true
            application/ld+json                                                               | true
            application/ld+json; profile="https://www.w3.org/ns/activitystreams"              | true
            application/activity+json, application/ld+json                                    | true
            application/activity+json, application/ld+json, text/html;q=0.1                   | true
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8                   | false
            text/html, application/activity+json;q=0.9                                        | false
            text/html                                                                         | false
            */*                                                                               | false
            """)
    void aServerGetsADocumentAndAPersonAPage(String accept, boolean document) {
        for (var address : new String[] {group(), person(), web("/ap/actor"), video(live)}) {
            var answer = get(address, accept);
            assertThat(header(answer, "Vary")).as(address).contains("Accept");
            if (document) {
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(header(answer, "Content-Type")).isEqualTo(ACTIVITY_JSON);
                assertThat(read(answer).path("id").asString()).isEqualTo(address);
            } else {
                assertThat(answer.statusCode()).as(address).isEqualTo(303);
                assertThat(header(answer, "Location")).startsWith(web("/"));
            }
        }
        for (var page : new String[] {"/@river", "/@river/ada"}) {
            assertThat(header(get(web(page), accept), "Content-Type"))
                    .startsWith(document ? ACTIVITY_JSON : "text/html");
        }
    }

    @Test
    void everyDocumentIsAsOthersTakeIt() {
        for (var path : new String[] {
            group(),
            person(),
            web("/ap/actor"),
            video(live),
            group() + "/outbox",
            group() + "/outbox/page",
            web("/ap/actor/outbox/page"),
            person() + "/outbox/page",
            group() + "/followers",
            group() + "/following",
            group() + "/featured",
            group() + "/moderators",
            group() + "/live",
            video(live) + "/likes",
            video(live) + "/dislikes",
            video(live) + "/shares",
            video(live) + "/shares/page/1",
            video(live) + "/replies",
            video(live) + "/replies/page/1"
        }) {
            var document = published(json(path));
            assertThat(PeerTubeRules.check(document)).as(path).isEmpty();
            assertThat(MastodonRules.check(document)).as(path).isEmpty();
            assertThat(LemmyRules.check(document)).as(path).isEmpty();
        }
    }

    @Test
    void theTeamAndTheNodeAreThoseWhoShareABroadcast() {
        var shares = json(video(live) + "/shares");
        assertThat(shares.path("totalItems").asInt()).isEqualTo(2);
        var announced = json(shares.path("first").asString())
                .path("orderedItems")
                .valueStream()
                .map(id -> json(id.asString()))
                .toList();
        assertThat(announced).extracting(share -> share.path("type").asString()).containsOnly("Announce");
        assertThat(announced)
                .extracting(share -> share.path("object").asString())
                .containsOnly(video(live));
        assertThat(announced)
                .extracting(share -> share.path("actor").asString())
                .containsExactlyInAnyOrder(group(), web("/ap/actor"));
        assertThat(get(video(live) + "/shares/page/2", ACTIVITY_JSON).statusCode())
                .isEqualTo(404);
        assertThat(get(video(live) + "/shares/page/0", ACTIVITY_JSON).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theTeamHasAStewardThatCanBeLookedUp() {
        var steward = json(group()).path("attributedTo").path(0).path("id").asString();
        assertThat(json(steward).path("type").asString()).isEqualTo("Person");
        assertThat(json(group() + "/moderators").path("orderedItems").path(0).asString())
                .isEqualTo(person());
    }

    @Test
    void whatIsOnAirIsAListOfItsOwn() {
        assertThat(json(group() + "/live").path("orderedItems").valueStream().map(JsonNode::asString))
                .containsExactly(video(live));
        assertThat(json(group() + "/outbox/page")
                        .path("orderedItems")
                        .path(0)
                        .path("object")
                        .asString())
                .as("what was removed is not shown")
                .isEqualTo(video(live));
    }

    @Test
    void whoHasTheNewestVideoIsToldSo() {
        var tag = header(get(video(live), ACTIVITY_JSON), "ETag");
        var request = HttpRequest.newBuilder(URI.create(video(live)))
                .header("Accept", ACTIVITY_JSON)
                .header("If-None-Match", tag)
                .build();
        assertThat(send(request).statusCode()).isEqualTo(304);
        assertThat(header(get(video(live), ACTIVITY_JSON), "Cache-Control")).isEqualTo("max-age=5, public");
    }

    @Test
    void whatWasRemovedIsGoneForEverybody() {
        var answer = get(video(removed), ACTIVITY_JSON);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(read(answer).path("type").asString()).isEqualTo("Tombstone");
        var page = get(video(removed), "text/html");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("This was taken back");
        assertThat(get(video(removed) + "/still-640.jpg", "*/*").statusCode()).isEqualTo(410);
        for (var below : new String[] {"/likes", "/dislikes", "/shares", "/shares/page/1", "/replies"}) {
            assertThat(get(video(removed) + below, ACTIVITY_JSON).statusCode())
                    .as(below)
                    .isEqualTo(410);
        }
    }

    @Test
    void whatNeverWasIsNotFound() {
        for (var path : new String[] {
            "/ap/g/0123456789abcdef",
            "/ap/g/node",
            "/ap/p/nobody",
            "/ap/v/9c9de5e8-0a1e-484a-b099-e80766180a6d",
            "/ap/v/x",
            "/ap/a/9c9de5e8-0a1e-484a-b099-e80766180a6d",
            "/ap/g/0123456789abcdef/outbox",
            "/@nobody"
        }) {
            assertThat(get(web(path), ACTIVITY_JSON).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void thereAreTwoPicturesBeforeThereIsOne() throws IOException {
        var icons = json(video(live)).path("icon");
        assertThat(icons.valueStream().map(icon -> icon.path("width").asInt())).containsExactly(640, 1_280);
        for (var icon : icons) {
            var answer = get(icon.path("url").asString(), "*/*");
            assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
            assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=10, public");
            var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(picture.getWidth()).isEqualTo(icon.path("width").asInt());
            assertThat(picture.getHeight()).isEqualTo(icon.path("height").asInt());
        }
        assertThat(get(video(live) + "/still-641.jpg", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void everyActorHasAPictureInTwoSizes() throws IOException {
        for (var actor : new String[] {group(), person(), web("/ap/actor")}) {
            var icons = json(actor).path("icon");
            assertThat(icons.findValuesAsString("width")).containsExactly("96", "400");
            for (var icon : icons) {
                var answer = get(icon.path("url").asString(), "*/*");
                assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
                var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
                assertThat(picture.getWidth())
                        .isEqualTo(picture.getHeight())
                        .isEqualTo(icon.path("width").asInt());
            }
        }
        for (var name : new String[] {"team-31-96.jpg", "team-30-97.jpg", "team-030-96.jpg", "crowd-30-96.jpg"}) {
            assertThat(get(web("/ap/pictures/" + name), "*/*").statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    private String web(String path) {
        return node.node().web().resolve(path).toString();
    }

    private String authority() {
        return node.node().web().getAuthority();
    }

    private String group() {
        return node.get(Addresses.class).of(node.group()).toString();
    }

    private String person() {
        return node.get(Addresses.class).of(node.person()).toString();
    }

    private String video(AnnouncedVideo video) {
        return node.get(Addresses.class).video(video.id()).toString();
    }

    private HttpResponse<byte[]> webFinger(String resource) {
        return get(
                web("/.well-known/webfinger?resource=" + URLEncoder.encode(resource, StandardCharsets.UTF_8)), "*/*");
    }

    private JsonNode json(String address) {
        return read(get(address, ACTIVITY_JSON));
    }

    private HttpResponse<byte[]> get(String address, String accept) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", accept)
                .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** As it would read on a node with a name: the rules demand https and a whole host. */
    private JsonNode published(JsonNode document) {
        var here = node.node().web().toString();
        return JsonMapper.shared().readTree(document.toString().replace(here, "https://node.example"));
    }
}
