// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.fixtures.WebVisitor.Reply;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.team.Founding;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Invitations;
import live.tributary.node.team.Mark;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Teams;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {

    private static final String BASE = "/api/v1";

    private final RunningNode node;
    private final House house;
    private final WebVisitor member;
    private final WebVisitor stranger;
    private final Contract contract = Contract.load();

    ContractTest(TestDatabase database, @TempDir Path data) {
        node = RunningNode.start(
                database,
                "tributary.fediverse.test-loopback=true",
                "tributary.data-directory=" + data,
                "tributary.features.directory=true");
        house = House.on(node);
        stranger = new WebVisitor(node.web());
        member = new WebVisitor(node.web());
        member.logIn(House.OWNER, House.PASSWORD);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void theContractAndTheRoutesAreTheSame() {
        var routes = new TreeSet<String>();
        var mapping = node.get(RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + pattern.getPatternString()))));
        routes.removeIf(route -> !route.contains(" " + BASE + "/"));

        assertThat(contract.operations().stream().map(operation -> operation.replace(" ", " " + BASE)))
                .containsExactlyElementsOf(routes);
        assertThat(contract.operationIds()).doesNotHaveDuplicates().doesNotContain("null");
    }

    @Test
    void whatEverybodyMayAskIsAnsweredAsWritten() {
        check("get", "/node", stranger.getJson(BASE + "/node"), 200);
        check("get", "/live", stranger.getJson(BASE + "/live"), 200);
        check("get", "/channels/{channel}", stranger.getJson(BASE + "/channels/" + house.channel()), 200);
        check("get", "/channels/{channel}", stranger.getJson(BASE + "/channels/unknown"), 404);
        check("get", "/session", stranger.getJson(BASE + "/session"), 401);
    }

    @Test
    void aDrawIsAnsweredAsWritten() {
        Waiting.until(
                "the first snapshot",
                Duration.ofSeconds(20),
                () -> stranger.getJson(BASE + "/directory/draw").status() == 200);
        var drawn = check("get", "/directory/draw", stranger.getJson(BASE + "/directory/draw?tag=owls&lang="), 200);
        var at = "?at=" + drawn.get("snapshot");
        check("get", "/directory/receipt", stranger.getJson(BASE + "/directory/receipt" + at), 200);
        check("get", "/directory/receipt", stranger.getJson(BASE + "/directory/receipt"), 400);
        check("get", "/directory/draw", stranger.getJson(BASE + "/directory/draw?at=2020-01-01T00:00Z"), 404);
        for (var wrong : List.of("n=7", "at=now", "page=0", "page=501", "tag=1,2,3,4,5,6")) {
            check("get", "/directory/draw", stranger.getJson(BASE + "/directory/draw?" + wrong), 400);
        }
    }

    @Test
    void whatTeamsAnnounceIsAnsweredAsWritten() {
        check("get", "/directory/next", stranger.getJson(BASE + "/directory/next?in=week"), 200);
        check("get", "/directory/seats", stranger.getJson(BASE + "/directory/seats?q=camera&lang=en"), 200);
        var team = "?team=https://pond.example/g";
        check("get", "/directory/attendance", stranger.getJson(BASE + "/directory/attendance" + team), 200);
        check("get", "/directory/attendance", stranger.getJson(BASE + "/directory/attendance"), 400);
        for (var wrong : List.of("in=year", "n=7", "page=0", "page=501")) {
            check("get", "/directory/next", stranger.getJson(BASE + "/directory/next?" + wrong), 400);
        }
        check("get", "/directory/seats", stranger.getJson(BASE + "/directory/seats?page=0"), 400);
    }

    @Test
    void howToFrameAPlayerIsAnsweredAsWritten() {
        var page = node.web().resolve("/@river/ada").toString();
        var usual = check("get", "/oembed", oembed(page, ""), 200);
        assertThat(usual)
                .containsEntry("type", "video")
                .containsEntry("author_name", "Ada")
                .containsEntry("author_url", page)
                .containsEntry("width", 640)
                .containsEntry("height", 360);
        assertThat(usual.get("html")).asString().startsWith("<iframe src=\"" + page + "/embed\"");
        assertThat(check("get", "/oembed", oembed(page + "/embed", "&maxwidth=400&format=json"), 200))
                .containsEntry("width", 400)
                .containsEntry("height", 225);
        assertThat(check("get", "/oembed", oembed(page + "?x=1", "&maxwidth=9999&maxheight=90"), 200))
                .containsEntry("width", 160)
                .containsEntry("height", 90);
    }

    @Test
    void whoAsksForAFrameInTheWrongWayIsToldSo() {
        var page = node.web().resolve("/@river/ada").toString();
        for (var format : new String[] {"xml", "yaml"}) {
            assertThat(check("get", "/oembed", oembed(page, "&format=" + format), 501))
                    .containsEntry("type", "/problems/not-implemented");
        }
        for (var wrong : new String[] {"&maxwidth=0", "&maxheight=-1", "&maxwidth=wide"}) {
            check("get", "/oembed", oembed(page, wrong), 400);
        }
        check("get", "/oembed", stranger.getJson(BASE + "/oembed"), 400);
        for (var nowhere : new String[] {
            "https://elsewhere.example/@river/ada",
            node.web().resolve("/@river/nobody").toString(),
            node.web().resolve("/@river").toString(),
            node.web().resolve("/@river/live").toString(),
            node.web().resolve("/studio").toString(),
            "/@river/ada",
            "javascript:alert(1)",
            "http://[",
            ""
        }) {
            check("get", "/oembed", oembed(nowhere, ""), 404);
        }
    }

    private Reply oembed(String url, String more) {
        return stranger.getJson(BASE + "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
    }

    @Test
    void aRunningBroadcastIsAnsweredAsWritten(@TempDir Path folder) {
        var channel = "/studio/channels/" + house.channel();
        var length = Programme.synthetic().lasting(Duration.ofSeconds(6)).sized(320, 180);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, length, folder.resolve("clip.flv"));
        var key = house.key("studio").key().value();
        try (var _ = FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(key))) {
            Waiting.until(
                    "the channel is live",
                    Duration.ofSeconds(60),
                    () -> member.getJson(BASE + channel).body().contains("\"state\":\"live\""));
            check("get", "/live", stranger.getJson(BASE + "/live"), 200);
            check("get", "/channels/{channel}", stranger.getJson(BASE + "/channels/" + house.channel()), 200);
            var studio = check("get", "/studio/channels/{channel}", member.getJson(BASE + channel), 200);
            assertThat(studio).containsKeys("facts", "since").containsEntry("light", "seen");

            var renamed = change("PATCH", channel, "{\"title\":\"Low water\"}");
            assertThat(check("patch", "/studio/channels/{channel}", renamed, 200))
                    .containsEntry("title", "Low water");
            var wrong = change("PATCH", channel, "{\"title\":\"\"}");
            check("patch", "/studio/channels/{channel}", wrong, 422);

            assertThat(change("POST", channel + "/end", "").status()).isEqualTo(204);
        }
        check("post", "/studio/channels/{channel}/end", change("POST", channel + "/end", ""), 409);
    }

    @Test
    void whatIsSaidOfABroadcastIsAnsweredAsWritten() {
        var about = "/studio/channels/" + house.channel() + "/about";
        var said = "{\"description\":\"Four pots.\",\"language\":\"de\",\"category\":12,"
                + "\"tags\":[\"#raku\"],\"warning\":\"open fire\"}";
        var answer = check("put", "/studio/channels/{channel}/about", change("PUT", about, said), 200);
        assertThat(answer.get("about"))
                .isEqualTo(Map.of(
                        "description", "Four pots.",
                        "language", "de",
                        "category", 12,
                        "tags", List.of("raku"),
                        "warning", "open fire"));
        assertThat(check("put", "/studio/channels/{channel}/about", change("PUT", about, "{}"), 200)
                        .get("about"))
                .isEqualTo(Map.of("description", "", "language", "", "category", 0, "tags", List.of(), "warning", ""));
        for (var wrong : new String[] {
            "{\"description\":\"%s\"}".formatted("a".repeat(1_001)),
            "{\"language\":\"english\"}",
            "{\"category\":19}",
            "{\"tags\":[\"raku\",\"RAKU\"]}",
            "{\"tags\":[null]}",
            "{\"warning\":\"no\"}"
        }) {
            check("put", "/studio/channels/{channel}/about", change("PUT", about, wrong), 422);
        }
    }

    @Test
    void keysAreAnsweredAsWritten() {
        var keys = "/studio/channels/" + house.channel() + "/keys";
        var made = check("post", "/studio/channels/{channel}/keys", change("POST", keys, "{\"label\":\"van\"}"), 201);
        assertThat(String.valueOf(made.get("key"))).startsWith("sk_");
        var list = member.getJson(BASE + keys);
        check("get", "/studio/channels/{channel}/keys", list, 200);
        assertThat(list.body()).doesNotContain(String.valueOf(made.get("key")));
        assertThat(change("DELETE", keys + "/" + made.get("id"), "").status()).isEqualTo(204);
        var again = change("DELETE", keys + "/" + made.get("id"), "");
        check("delete", "/studio/channels/{channel}/keys/{key}", again, 404);
        check("post", "/studio/channels/{channel}/keys", change("POST", keys, "{\"label\":\"\"}"), 422);
        assertThat(change("POST", keys, "{").status()).isEqualTo(400);
    }

    @Test
    void aFieldThatIsMissingIsNamed() {
        var channel = "/studio/channels/" + house.channel();
        for (var body : new String[] {"{}", "{\"label\":null,\"title\":null}"}) {
            var noLabel =
                    check("post", "/studio/channels/{channel}/keys", change("POST", channel + "/keys", body), 422);
            assertThat(noLabel.get("title")).asString().contains("label");
            var noTitle = check("patch", "/studio/channels/{channel}", change("PATCH", channel, body), 422);
            assertThat(noTitle.get("title")).asString().contains("title");
        }
    }

    @Test
    void invitationsAreAnsweredAsWritten() {
        var made = check("post", "/studio/invitations", change("POST", "/studio/invitations", ""), 201);
        check("get", "/studio/invitations", member.getJson(BASE + "/studio/invitations"), 200);
        assertThat(change("DELETE", "/studio/invitations/" + made.get("id"), "").status())
                .isEqualTo(204);
        var again = change("DELETE", "/studio/invitations/" + made.get("id"), "");
        check("delete", "/studio/invitations/{invitation}", again, 404);
    }

    @Test
    void whatATeamSaysForDirectoriesIsAnsweredAsWritten() {
        var listing = "/studio/listing";
        assertThat(check("get", listing, member.getJson(BASE + listing), 200)).containsEntry("consent", "none");
        check("get", listing, stranger.getJson(BASE + listing), 401);
        var said = """
                {"consent": "invited", "promise": "Clay, slowly", "tags": ["#Pottery"], "languages": ["en", "pt-br"],
                 "labels": ["loud"]}""";
        assertThat(check("put", listing, change("PUT", listing, said), 200))
                .containsEntry("tags", List.of("pottery"))
                .containsEntry("languages", List.of("en", "pt-BR"));
        for (var wrong : List.of(
                "{}",
                "{\"consent\": \"perhaps\"}",
                "{\"consent\": \"open\"}",
                said.replace("\"#Pottery\"", "\"a1\",\"b2\",\"c3\",\"d4\",\"e5\",\"f6\""),
                said.replace("\"en\"", "\"en\",\"de\",\"fr\""),
                said.replace("loud", "boring"))) {
            check("put", listing, change("PUT", listing, wrong), 422);
        }
        var nowhere = "{\"address\": \"no address\"}";
        check("post", listing + "/directories", change("POST", listing + "/directories", nowhere), 422);
        var left = change("DELETE", listing + "/directories?directory=https://roll.example/ap/actor", "");
        check("delete", listing + "/directories", left, 404);
    }

    @Test
    void whatStandsInAListingForAWhileIsAnsweredAsWritten() {
        var listing = "/studio/listing";
        var tomorrow = InstantSource.system().instant().plus(Duration.ofDays(1)).toString();
        var date = "{\"begins\": \"%s\"}".formatted(tomorrow);
        var dated = check("post", listing + "/dates", change("POST", listing + "/dates", date), 201);
        check(
                "post",
                listing + "/dates",
                change("POST", listing + "/dates", "{\"begins\":\"1999-01-01T00:00:00Z\"}"),
                422);
        var seat = "{\"role\": \"mod\", \"until\": \"%s\"}".formatted(tomorrow.substring(0, 10));
        var seated = check("post", listing + "/seats", change("POST", listing + "/seats", seat), 201);
        check("post", listing + "/seats", change("POST", listing + "/seats", "{\"role\": \"mod\"}"), 422);
        for (var kind : Map.of("dates", "date", "seats", "seat").entrySet()) {
            var path = "%s/%s/{%s}".formatted(listing, kind.getKey(), kind.getValue());
            var id = idOfFirst(kind.getKey().equals("dates") ? dated : seated, kind.getKey());
            var address = "%s/%s/%s".formatted(listing, kind.getKey(), id);
            assertThat(change("DELETE", address, "").status()).isEqualTo(204);
            check("delete", path, change("DELETE", address, ""), 404);
        }
    }

    private static String idOfFirst(Map<String, Object> answer, String list) {
        return JsonMapper.shared()
                .valueToTree(answer)
                .path(list)
                .path(0)
                .path("id")
                .asString();
    }

    @Test
    void invitationsGoIntoTheTeamThatIsNamed() {
        var wish = new NewTeam(new Handle("delta"), new DisplayName("Delta"), new Mark("D"), new Hue(60));
        var delta = ((Founding.Founded) node.get(Teams.class).found(house.actor(), wish)).team();
        var made = check("post", "/studio/invitations", change("POST", "/studio/invitations?team=delta", ""), 201);
        assertThat(node.get(Invitations.class).open(house.actor(), delta.id()))
                .extracting(open -> open.id().toString())
                .containsExactly(String.valueOf(made.get("id")));
        check("get", "/studio/invitations", member.getJson(BASE + "/studio/invitations?team=river"), 200);
        check("get", "/studio/invitations", member.getJson(BASE + "/studio/invitations?team=nobodys"), 403);
    }

    private Reply change(String method, String path, String json) {
        var session = check("get", "/session", member.getJson(BASE + "/session"), 200);
        var headers = Map.of("Origin", node.web().toString(), "X-CSRF-Token", String.valueOf(session.get("csrfToken")));
        return member.send(method, BASE + path, json, headers);
    }

    /** The answer, found to be what the contract says of this status. */
    private Map<String, Object> check(String method, String path, Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        var body = JsonMapper.shared().readValue(reply.body(), new TypeReference<Map<String, Object>>() {});
        assertThat(contract.faults(body, contract.answer(method, path, status), "body"))
                .isEmpty();
        return body;
    }
}
