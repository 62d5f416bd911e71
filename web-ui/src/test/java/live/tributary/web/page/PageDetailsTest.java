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
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.web.asset.Brand;
import live.tributary.web.gallery.Frames;
import live.tributary.web.gallery.Gallery;

import static org.assertj.core.api.Assertions.assertThat;

class PageDetailsTest {

    private static final Pages PAGES = Pages.load();

    private static Document page(String name) {
        return Jsoup.parse(PAGES.render(Gallery.page(Frames.plain(), name)));
    }

    @Test
    void playsWithoutAScriptWhileLive() {
        var video = page("viewer-live").select("video[controls]");
        assertThat(video).hasSize(1);
        assertThat(video.attr("src")).isEqualTo("/live/7k2m9x4t8qwz/master.m3u8");
        assertThat(page("viewer-live").select("#stream-address").attr("value"))
                .isEqualTo("https://kilnkettle.example/live/7k2m9x4t8qwz/master.m3u8");
        assertThat(page("viewer-live").select("meta[property=og:title]").attr("content"))
                .startsWith("Moon jar");
    }

    @ParameterizedTest
    @CsvSource({
        "viewer-connecting, connecting, Ines Okafor is about to begin",
        "viewer-lost, lost, Ines Okafor lost the connection",
        "viewer-ended, ended, The stream has ended",
        "viewer-off, off, Ines Okafor is off air"
    })
    void saysWhyThereIsNoPicture(String name, String state, String headline) {
        var page = page(name);
        assertThat(page.select(".player").attr("data-state")).isEqualTo(state);
        assertThat(page.select(".overlay h2").text()).isEqualTo(headline);
        assertThat(page.select("video").hasAttr("src")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "login", "login-link", "invitation", "setup-team", "setup-stream-waiting", "keys"})
    void warnsWhereASecretIsTypedOrShownAndOthersMayReadAlong(String name) {
        var plainHttp = new Frames(URI.create("http://kilnkettle.example/"), Locale.ENGLISH, Brand.ofHue(38));
        assertThat(Jsoup.parse(PAGES.render(Gallery.page(plainHttp, name)))
                        .select("main .note.bad")
                        .text())
                .contains("plain HTTP");
        assertThat(page(name).select("main .note.bad").text()).doesNotContain("plain HTTP");
    }

    @Test
    void keepsTheOrderOfLiveCardsItWasGiven() {
        assertThat(page("home").select(".live-card h3").eachText())
                .containsExactly(
                        "Moon jar, attempt four — closing the shoulder without losing it",
                        "Glaze tests, 40 tiles, no plan",
                        "Handles, only handles");
    }

    @Test
    void showsASecretOnlyRightAfterItWasMade() {
        assertThat(page("keys-made").select("#obs-key").attr("value")).startsWith("sk_");
        assertThat(page("keys").select("#obs-key")).isEmpty();
        assertThat(page("setup-stream-refused").select("#obs-key")).isEmpty();
        assertThat(new Reveal.Secret("sk_secret").toString()).doesNotContain("sk_secret");
    }

    @Test
    void putsTheMessageBesideTheFieldAndKeepsWhatWasTyped() {
        var page = page("claim-wrong");
        assertThat(page.select("#f-handle").attr("value")).isEqualTo("Inés!");
        assertThat(page.select("#f-handle").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#f-handle").attr("aria-describedby")).contains("f-handle-error");
        assertThat(page.select("#f-password").attr("value")).isEmpty();
    }

    @Test
    void showsHowAStreamArrivesWithoutAScript() {
        var page = page("on-air-live");
        assertThat(page.select(".tile .value").eachText())
                .containsExactly("5.92 Mb/s", "60.0 fps", "2.0 s", "0.02 %", "38 ms", "-16 LUFS");
        assertThat(page.select(".tile .level").eachText()).containsOnly("Good");
        assertThat(page.select("#verdict").text()).isEqualTo("Your stream is healthy.");
        assertThat(page.select("[data-slot=fix]").hasAttr("hidden")).isTrue();
        assertThat(page.select(".ladder tbody tr").eachText())
                .containsExactly(
                        "As sent H.264, 1920 × 1080, 60 fps 5.92 Mb/s 14 not needed",
                        "720p H.264, 1280 × 720, 30 fps 2.40 Mb/s 6 1.8 × Good",
                        "480p H.264, 854 × 480, 30 fps 1.00 Mb/s 2 0.9 × Fix",
                        "Sound only Opus 160 kb/s 1 not needed",
                        "Sound in AAC AAC 128 kb/s 1 1.8 × Good");
        assertThat(page.select(".evening li span").eachText())
                .startsWith("Your upload slowed for 45 s")
                .endsWith("OBS 32.0.1 connected");
        assertThat(page.select("[data-fact=smooth]").text()).isEqualTo("97 of 100");
    }

    @Test
    void saysTheOneFixWithItsPath() {
        var page = page("on-air-fix");
        assertThat(page.select("[data-slot=cause]").text())
                .isEqualTo("Key frames come every 6.0 s. One or two seconds are right.");
        assertThat(page.select("[data-slot=fix-text]").text())
                .startsWith("In OBS: Settings, Output, Keyframe Interval");
        assertThat(page.select("[data-tile=key-frames]").attr("data-level")).isEqualTo("fix");
    }

    @Test
    void drawsTheChartTwiceWithItsCauses() {
        var plots = page("on-air-bad").select("svg.plot");
        assertThat(plots).hasSize(2);
        for (var plot : plots) {
            assertThat(plot.select(".mark-text").eachText())
                    .containsExactly("Nothing came, 10 s", "No encoder, 39 s", "Your upload slowed, 4 min");
            assertThat(plot.select(".curve-line").attr("d")).startsWith("M0.0 ").doesNotContain("NaN");
        }
    }

    @Test
    void admitsWhatIsNotMeasuredAndHidesWhatIsNotThere() {
        assertThat(page("on-air-connecting").select(".tile .level").eachText()).containsOnly("Not yet");
        assertThat(page("on-air-off").select("[data-slot=health]").hasAttr("hidden"))
                .isTrue();
        assertThat(page("on-air-off").select("[data-slot=last]").hasAttr("hidden"))
                .isTrue();
    }

    @Test
    void remembersHowTheLastBroadcastWent() {
        var last = page("on-air-ended").select("[data-slot=last]");
        assertThat(last.select("dd").eachText())
                .contains("2 h 22 min", "2 h 20 min of 2 h 22 min", "5.87 Mb/s", "91 of 512,400", "97 of 100");
        assertThat(last.select(".troubles li").eachText())
                .containsExactly("Your upload slowed, 1 min", "No encoder, 55 s");
    }

    @Test
    void namesEveryRefusedTryWithItsFix() {
        var refused = page("on-air-off").select("ul.refused > li");
        assertThat(refused).hasSize(RefusalReason.values().length);
        assertThat(refused.select("p").eachText()).doesNotHaveDuplicates().allMatch(text -> text.length() > 20);
    }

    @Test
    void letsOnlyTheOwnerOpenAnotherTeamAndOnlyAStewardInvite() {
        assertThat(page("members").select("form[action=/studio/teams], form[action=/studio/invitations]"))
                .isEmpty();
        assertThat(page("members-invited").select("form[action=/studio/teams]")).hasSize(1);
        assertThat(page("members-invited").select("form[action$=/remove]")).hasSize(2);
    }

    @Test
    void escapesWhatStrangersWrote() {
        var evil = "\"><script>alert(1)</script>";
        var team = new TeamBadge(evil, "kiln", "<b>", 0);
        var person = new Person(evil, "ines", 0);
        var frame = Gallery.page(Frames.plain(), "viewer-live").frame();
        var about = new StreamAbout(evil, "en", evil, evil, List.of(evil), evil);
        var html = PAGES.render(new ViewerPage(
                frame,
                team,
                person,
                "c",
                new Air.Connecting(evil),
                about,
                List.of(),
                new Elsewhere.Nowhere(),
                Downstream.NONE));
        assertThat(html).doesNotContain("<script>alert");
        assertThat(Jsoup.parse(html).select("h1").text()).isEqualTo(evil);
    }

    @Test
    void guardsScriptsEverywhereAndLoosensStylesForThePlayerOnly() {
        var player = PAGES.contentPolicy(Gallery.page(Frames.plain(), "viewer-live"));
        var plain = PAGES.contentPolicy(Gallery.page(Frames.plain(), "on-air-live"));
        assertThat(List.of(player, plain)).allMatch(policy -> policy.contains("script-src 'self';"));
        assertThat(player).contains("style-src-attr 'unsafe-inline'").contains("'sha256-");
        assertThat(plain).doesNotContain("unsafe").contains("require-trusted-types-for 'script'");
    }

    @ParameterizedTest
    @CsvSource({"h38c14, 38, 14", "h0c2, 0, 2", "h359c99, 359, 14", "h10c0, 10, 2"})
    void readsColoursFromTheAddressOfTheirSheet(String version, int hue, int chromaPercent) {
        assertThat(Brand.parse(version)).hasValue(new Brand(hue, chromaPercent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h360c4", "h999c4", "h1", "h1c1;}", "h٣c4", "H1c4"})
    void refusesColoursItDidNotWrite(String version) {
        assertThat(Brand.parse(version)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ines Okafor, IO", "Per, PE", "'  ', ?", "𝒜da, 𝒜D", "Ana Maria de Souza, AS"})
    void standsInForAFace(String name, String initials) {
        assertThat(new Person(name, "x", 0).initials()).isEqualTo(initials);
    }
}
