// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.web.asset.Brand;
import live.tributary.web.gallery.Frames;
import live.tributary.web.gallery.Gallery;

import static org.assertj.core.api.Assertions.assertThat;

/** What other sites make of a link to a viewer page, and the player that they may frame. */
class SharingTest {

    private static final Pages PAGES = Pages.load();
    private static final String EMBED = "https://kilnkettle.example/@kiln/ines/embed";

    private static Document page(Frames frames, String name) {
        return Jsoup.parse(PAGES.render(Gallery.page(frames, name)));
    }

    private static Document page(String name) {
        return page(Frames.plain(), name);
    }

    private static String meta(Document page, String name) {
        return page.select("meta[property='%1$s'], meta[name='%1$s']".formatted(name))
                .attr("content");
    }

    @Test
    void aLinkBecomesACardWithAPlayer() {
        var page = page("viewer-live");
        assertThat(meta(page, "og:type")).isEqualTo("video.other");
        assertThat(meta(page, "og:site_name")).isEqualTo("The Clay Node");
        assertThat(meta(page, "og:title")).startsWith("Moon jar");
        assertThat(meta(page, "og:description")).isEqualTo("Ines Okafor for Kiln & Kettle");
        assertThat(meta(page, "og:url")).isEqualTo("https://kilnkettle.example/@kiln/ines");
        assertThat(List.of(meta(page, "og:video"), meta(page, "og:video:secure_url"), meta(page, "twitter:player")))
                .containsOnly(EMBED);
        assertThat(meta(page, "og:video:type")).isEqualTo("text/html");
        assertThat(List.of(meta(page, "og:video:width"), meta(page, "twitter:player:width")))
                .containsOnly("1280");
        assertThat(List.of(meta(page, "og:video:height"), meta(page, "twitter:player:height")))
                .containsOnly("720");
        assertThat(meta(page, "twitter:card")).isEqualTo("player");
        assertThat(page.select("link[type=application/json+oembed]").attr("href"))
                .isEqualTo("https://kilnkettle.example/api/v1/oembed?format=json"
                        + "&url=https%3A%2F%2Fkilnkettle.example%2F%40kiln%2Fines");
    }

    @Test
    void aLinkSaysWhatTheStreamIsAbout() {
        var page = page("viewer-about");
        var words =
                "The shoulder is where the last three collapsed. Today: slower wheel, drier clay, and a rib that Tomás"
                        + " bent out of a spoon. If it holds, we cut the foot.";
        assertThat(List.of(meta(page, "description"), meta(page, "og:description"), meta(page, "twitter:description")))
                .containsOnly(words);
        assertThat(meta(page, "og:image:alt")).isEqualTo("Ines Okafor for Kiln & Kettle");
        assertThat(page.select(".told-of .description").text()).isEqualTo(words);
        assertThat(page.select(".told-of .facets li").eachText())
                .containsExactly("How To", "Portuguese (Brazil)", "#porcelain", "#moonjar", "#wheel_throwing");
        assertThat(new StreamAbout("e".repeat(301), "", "", "", List.of(), "").summary(""))
                .hasSize(300)
                .endsWith("e…");
    }

    @Test
    void aMarkedStreamWaitsForAYes() {
        for (var name : List.of("viewer-marked", "embed-marked")) {
            var page = page(name);
            assertThat(page.select("tb-player").attr("data-start")).as(name).isEqualTo("waiting");
            assertThat(page.select(".gate").text()).as(name).contains("Open fire");
            assertThat(page.select("video").hasAttr("poster")).as(name).isFalse();
        }
        assertThat(page("viewer-marked").select(".told-of .note").text()).contains("Open fire");
        assertThat(page("viewer-about").select("tb-player").attr("data-start")).isEqualTo("playing");
        assertThat(page("viewer-about").select(".gate")).isEmpty();
    }

    @Test
    void promisesNoPlayerThatTheOtherSiteWouldHaveToRefuse() {
        var plainHttp = new Frames(URI.create("http://kilnkettle.example/"), Locale.ENGLISH, Brand.ofHue(38));
        var page = page(plainHttp, "viewer-live");
        assertThat(meta(page, "twitter:card")).isEqualTo("summary_large_image");
        assertThat(meta(page, "twitter:player")).isEmpty();
        assertThat(meta(page, "og:video:secure_url")).isEmpty();
        assertThat(meta(page, "og:video")).isEqualTo("http://kilnkettle.example/@kiln/ines/embed");
    }

    @Test
    void showsWhatIsOnAir() {
        var page = page("viewer-live");
        assertThat(List.of(meta(page, "og:image"), meta(page, "twitter:image")))
                .containsOnly("https://kilnkettle.example/live/7k2m9x4t8qwz/preview.jpg?v=1");
        assertThat(meta(page, "og:image:width")).isEqualTo("640");
        assertThat(meta(page, "og:image:height")).isEqualTo("360");
        assertThat(meta(page, "og:image:alt")).isEqualTo("Ines Okafor for Kiln & Kettle");
        assertThat(page.select("script[type=application/ld+json]").html())
                .contains("\"thumbnailUrl\":\"https://kilnkettle.example/live/7k2m9x4t8qwz/preview.jpg?v=1\"");
        assertThat(page.select("video").attr("poster")).isEqualTo("/live/7k2m9x4t8qwz/preview.jpg?v=1");
    }

    @Test
    void showsNothingOnceItIsOver() {
        var plainHttp = new Frames(URI.create("http://kilnkettle.example/"), Locale.ENGLISH, Brand.ofHue(38));
        for (var name : List.of("viewer-ended", "viewer-off", "viewer-lost")) {
            var page = page(plainHttp, name);
            assertThat(meta(page, "og:image")).isEmpty();
            assertThat(meta(page, "twitter:card")).isEqualTo("summary");
            assertThat(page.select("video").hasAttr("poster")).isFalse();
        }
    }

    @Test
    void tellsSearchEnginesOfABroadcastWhileItRuns() {
        var data = JsonMapper.shared()
                .readTree(page("viewer-live")
                        .select("script[type=application/ld+json]")
                        .html());
        assertThat(data.path("@type").asString()).isEqualTo("VideoObject");
        assertThat(data.path("embedUrl").asString()).isEqualTo(EMBED);
        assertThat(data.path("publication").path("isLiveBroadcast").asBoolean()).isTrue();
        assertThat(data.path("publication").path("startDate").asString()).isEqualTo("2026-11-22T10:18:00Z");
        for (var name : List.of("viewer-connecting", "viewer-lost", "viewer-ended", "viewer-off")) {
            assertThat(page(name).select("script[type=application/ld+json]"))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void aTitleCannotEndTheDataItStandsIn() {
        var evil = "</script><script>alert(1)</script>";
        var live = (ViewerPage) Gallery.page(Frames.plain(), "viewer-live");
        var air = new Air.Live(evil, ((Air.Live) live.air()).since(), live.air().still());
        var nowhere = new Elsewhere.Nowhere();
        var html = PAGES.render(new ViewerPage(
                live.frame(),
                live.team(),
                live.member(),
                live.channel(),
                air,
                StreamAbout.NONE,
                List.of(),
                nowhere,
                Downstream.NONE));
        assertThat(html).doesNotContain("<script>alert");
        var data = Jsoup.parse(html).select("script[type=application/ld+json]").html();
        assertThat(JsonMapper.shared().readTree(data).path("name").asString()).isEqualTo(evil);
    }

    @Test
    void handsOutItsLinkAndThePlayer() {
        var page = page("viewer-off");
        assertThat(page.select("#share-link").attr("value")).isEqualTo("https://kilnkettle.example/@kiln/ines");
        var frame = Jsoup.parse(page.select("#share-embed").attr("value")).select("iframe");
        assertThat(frame.attr("src")).isEqualTo(EMBED);
        assertThat(frame.attr("title")).isEqualTo("Ines Okafor");
        assertThat(frame.attr("width")).isEqualTo("640");
        assertThat(frame.attr("height")).isEqualTo("360");
    }

    @Test
    void framesNobodysScript() {
        var evil = new EmbedFrame(URI.create(EMBED), "\"><script>alert(1)</script>&amp;", 640, 360).html();
        assertThat(evil).doesNotContain("<script>");
        assertThat(Jsoup.parse(evil).select("iframe").attr("title")).isEqualTo("\"><script>alert(1)</script>&amp;");
    }

    @ParameterizedTest
    @CsvSource({
        "640, 1000, 640, 360",
        "400, 1000, 400, 225",
        "1000, 100, 177, 99",
        "2147483647, 2147483647, 1280, 720",
        "1, 1, 1, 1"
    })
    void fitsIntoWhatItIsGiven(int mostWidth, int mostHeight, int width, int height) {
        var frame = EmbedFrame.of(URI.create("https://kilnkettle.example/@kiln/ines"), "Ines")
                .within(mostWidth, mostHeight);
        assertThat(frame.width()).isEqualTo(width);
        assertThat(frame.height()).isEqualTo(height);
    }

    @Test
    void thePlayerAloneIsThePlayerAndALink() {
        var page = page("embed-waiting");
        assertThat(page.select("a[href]").eachAttr("href")).containsExactly("https://kilnkettle.example/@kiln/ines");
        assertThat(page.select("form, header, footer, dialog")).isEmpty();
        assertThat(page.select("tb-player").attr("data-start")).isEqualTo("waiting");
        assertThat(page.select("video").hasAttr("muted")).isFalse();
        assertThat(page("embed-live").select("video").hasAttr("muted")).isTrue();
        assertThat(page("viewer-live").select("tb-player").attr("data-start")).isEqualTo("playing");
    }

    @Test
    void onlyThePlayerAloneMayBeFramed() {
        assertThat(Gallery.pages(Frames.plain()).entrySet()).allSatisfy(entry -> {
            var mayBeFramed = entry.getKey().startsWith("embed-");
            assertThat(PAGES.contentPolicy(entry.getValue()))
                    .contains(mayBeFramed ? "frame-ancestors *;" : "frame-ancestors 'none';");
        });
    }

    @Test
    void saysWithoutAScriptWhatToDo() {
        var page = page("viewer-live");
        assertThat(page.select("noscript").text()).contains("Scripts are off").contains("master.m3u8");
        assertThat(page.select("noscript a").attr("href"))
                .isEqualTo("https://kilnkettle.example/live/7k2m9x4t8qwz/master.m3u8");
    }
}
