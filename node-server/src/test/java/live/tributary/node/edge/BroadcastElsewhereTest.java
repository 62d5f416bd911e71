// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** What a member says of a broadcast, and what its picture is, here and on other servers, until it is taken back. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BroadcastElsewhereTest {

    private static final Map<String, String> RAKU = Map.of(
            "description", "Four pots.\r\n\r\n<b>One</b> kiln.",
            "tags", "#raku open_fire",
            "category", "12",
            "language", "de",
            "warning", "sudden light");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final FederatedNode node;
    private final WebVisitor owner;
    private final WebVisitor stranger;

    BroadcastElsewhereTest(TestDatabase database, @TempDir Path data) {
        this.data = data;
        node = FederatedNode.start(database, data);
        owner = new WebVisitor(node.node().web());
        owner.logIn(House.OWNER, House.PASSWORD);
        stranger = new WebVisitor(node.node().web());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void anEveningIsDescribedShownAndTakenBack(@TempDir Path clips) throws IOException {
        comesBackWithWhatIsWrong();
        isDescribed();
        showsItsPicture(clips);
        endsWithItsLastPicture();
        isAnswered();
        isTakenBack();
    }

    private void isAnswered() {
        node.client().sql("""
                INSERT INTO inbox.known_actor (id, host, type, handle, name, url, inbox, shared_inbox, fetched_at)
                VALUES ('https://pond.example/users/eva', 'pond.example', 'Person', 'eva', 'Eva Moor',
                        'https://pond.example/@eva', 'https://pond.example/users/eva/inbox',
                        'https://pond.example/inbox', now())""").update();
        node.client()
                .sql("""
                INSERT INTO inbox.reply (id, video, team, author, host, in_reply_to, content, published,
                                         version_at, version, activity, may_pass_on, state, received_at)
                VALUES ('https://pond.example/notes/1', :video, :team, 'https://pond.example/users/eva', 'pond.example',
                        :about, '<p>How wet is the slip?</p>', now(), now(), '', :activity, false, 'WAITING', now())""")
                .param("video", node.video())
                .param("team", node.house().team().id().value())
                .param("about", node.videoAddress().toString())
                .param("activity", new byte[] {'{', '}'})
                .update();
        assertThat(owner.get("/studio/fediverse").body()).contains("How wet is the slip?");
    }

    private void comesBackWithWhatIsWrong() {
        var studio = owner.get("/studio");
        var wrong = owner.submit(studio, "/studio/about", Map.of("tags", "no-good", "warning", "no", "language", "de"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".about-form[open] .error")).hasSize(2);
        assertThat(wrong.page().select("#f-tags").val()).isEqualTo("no-good");
        assertThat(wrong.page().select("#f-language option[selected]").val()).isEqualTo("de");
        var forged = owner.submit(studio, "/studio/about", Map.of("category", "99"));
        assertThat(forged.status()).isEqualTo(400);
    }

    private void isDescribed() {
        assertThat(owner.submit(owner.get("/studio"), "/studio/about", RAKU).goesTo())
                .isEqualTo("/studio");
        assertThat(owner.get("/studio").page().select("#f-tags").val()).isEqualTo("raku open_fire");
        assertThat(document().path("content").asString())
                .isEqualTo("<p>Four pots.</p><p>&lt;b&gt;One&lt;/b&gt; kiln.</p>");
        assertThat(document().path("summary").asString()).isEqualTo("sudden light");
        assertThat(document().path("tag").findValuesAsString("href"))
                .containsOnly(node.node().web().resolve("/@river").toString());
    }

    /** The broadcast was opened by hand; a publisher goes on with it. */
    private void showsItsPicture(Path clips) throws IOException {
        var length = Programme.synthetic().lasting(Duration.ofSeconds(4)).sized(320, 240);
        var clip = FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, length, clips.resolve("clip.flv"));
        var key = node.house().key("studio").key().value();
        try (var _ = FfmpegPublisher.publish(
                Programs.DEBIAN_FFMPEG, clip, node.node().ingest(key))) {
            Waiting.until(
                    "the picture", Duration.ofSeconds(60), () -> maxAge(icon(0)).equals("max-age=60, public"));
            for (var icon : document().path("icon")) {
                var picture = ImageIO.read(new ByteArrayInputStream(
                        get(URI.create(icon.path("url").asString())).body()));
                assertThat(picture.getWidth()).isEqualTo(icon.path("width").asInt());
                assertThat(picture.getHeight()).isEqualTo(icon.path("height").asInt());
            }
            var page = stranger.get("/@river/ada").page();
            assertThat(page.select(".told-of .description").text()).contains("<b>One</b> kiln.");
            assertThat(page.select("tb-player").attr("data-start")).isEqualTo("waiting");
            assertThat(page.select("meta[property=og:description]").attr("content"))
                    .isEqualTo("Four pots. <b>One</b> kiln.");
            assertThat(page.select("meta[property=og:image], video[poster]")).isEmpty();
            var embed = stranger.get("/@river/ada/embed?autoplay=1").page();
            assertThat(embed.select(".gate").text()).contains("sudden light");
            assertThat(embed.select("tb-player").attr("data-start")).isEqualTo("waiting");
            assertThat(stranger.get("/").page().select(".live-card img")).isEmpty();
        }
    }

    private void endsWithItsLastPicture() {
        assertThat(owner.submit(owner.get("/studio"), "/studio/end", Map.of()).goesTo())
                .isEqualTo("/studio");
        Waiting.until(
                "its end",
                FederatedNode.PATIENCE,
                () -> document().path("state").asInt() == 5);
        var last = get(icon(0));
        assertThat(last.body()).hasSizeGreaterThan(1_000);
        assertThat(last.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(data.resolve("stills")).isDirectoryContaining("glob:**.jpg");
    }

    private void isTakenBack() {
        var picture = icon(0);
        var page = owner.get("/studio/fediverse");
        var action = "/studio/fediverse/broadcasts/take-back";
        var form = page.page().select("form[action=%s]".formatted(action));
        assertThat(form).hasSize(1);
        var fields = Map.of("broadcast", form.select("[name=broadcast]").val());
        assertThat(fields).containsValue(node.videoAddress().toString());
        assertThat(owner.submit(page, action, fields).goesTo()).isEqualTo("/studio/fediverse");
        assertThat(owner.submit(page, action, fields).status()).isEqualTo(404);
        var after = owner.get("/studio/fediverse");
        assertThat(after.page().select("#broadcasts")).isEmpty();
        assertThat(after.body()).doesNotContain("How wet is the slip?");
        assertThat(data.resolve("stills")).isEmptyDirectory();
        assertThat(get(picture).statusCode()).isEqualTo(410);
        var gone = stranger.get(node.videoAddress().getPath());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.page().select("h1").text()).isEqualTo("This was taken back");
    }

    private URI icon(int index) {
        return URI.create(document().path("icon").path(index).path("url").asString());
    }

    private String maxAge(URI picture) {
        return get(picture).headers().firstValue("Cache-Control").orElse("");
    }

    private JsonNode document() {
        return JsonMapper.shared().readTree(get(node.videoAddress()).body());
    }

    private HttpResponse<byte[]> get(URI address) {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "application/activity+json, image/jpeg")
                .build();
        return http.sendAsync(request, BodyHandlers.ofByteArray()).join();
    }
}
