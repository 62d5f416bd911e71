// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.web.page.EmbedFrame;

import static org.assertj.core.api.Assertions.assertThat;

/** Plays a running stream in a frame of a page of others. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbedTest {

    private static final String STATE = "/api/v1/channels/" + Cast.CHANNEL;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Clip clip;
    private GalleryServer server;
    private Chromium chromium;
    private BrowserContext context;
    private Page tab;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        clip = Clip.live(folder).awaitPlaylist();
        server = new GalleryServer();
        server.files("/live/" + Cast.CHANNEL + "/", clip.folder());
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        server.close();
        clip.close();
    }

    @BeforeEach
    void arrive() {
        server.answerNow(STATE, "live");
        context = chromium.browser().newContext();
        tab = context.newPage();
        asked.clear();
        tab.onRequest(request -> asked.add(request.url()));
    }

    @AfterEach
    void leave() {
        context.close();
    }

    /** A page of another site, told apart by the name of its host, that frames a page of ours. */
    private Frame framed(String name) {
        server.show("/framed", Gallery.page(Frames.plain(), name));
        var code = new EmbedFrame(server.base().resolve("/framed"), "Ines", 640, 360).html();
        server.showForeign("/blog", "<!doctype html><title>Blog</title><h1>Pots</h1>" + code);
        tab.navigate("http://localhost:%d/blog".formatted(server.base().getPort()));
        return tab.frames().getLast();
    }

    @Test
    void waitsUntilSomebodyAsksAndThenPlays() {
        var frame = framed("embed-waiting");
        frame.waitForSelector(".start");
        assertThat(asked).noneMatch(address -> address.contains("m3u8") || address.contains("hls"));
        tab.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/gallery/shots/embed-in-a-blog.png")));
        frame.click(".start");
        frame.waitForFunction(Clip.PLAYS);
        assertThat(frame.isVisible(".start")).isFalse();
        assertThat(frame.evaluate("() => document.querySelector('video').muted"))
                .isEqualTo(false);
    }

    @Test
    void saysWhyAStreamIsMarkedUntilSomebodyAgrees() {
        var frame = framed("embed-marked");
        frame.waitForSelector(".start");
        assertThat(frame.isVisible(".gate")).isTrue();
        assertThat(asked).noneMatch(address -> address.contains("m3u8") || address.contains("preview.jpg"));
        frame.click(".start");
        frame.waitForFunction(Clip.PLAYS);
        assertThat(frame.isVisible(".gate")).isFalse();
    }

    @Test
    void beginsWithTheKeyThatPlaysAndWithTheButtonInTheBar() {
        var byKey = framed("embed-waiting");
        byKey.waitForSelector(".start");
        byKey.press(".to-page", "k");
        byKey.waitForFunction(Clip.PLAYS);
        var byButton = framed("embed-waiting");
        byButton.waitForSelector(".start");
        byButton.click("media-play-button");
        byButton.waitForFunction(Clip.PLAYS);
    }

    @Test
    void beginsByItselfWithoutSoundWhereTheAddressSaysSo() {
        var frame = framed("embed-live");
        frame.waitForFunction(Clip.PLAYS);
        assertThat(frame.evaluate("() => document.querySelector('video').muted"))
                .isEqualTo(true);
        frame.click(".unmute");
        assertThat(frame.evaluate("() => document.querySelector('video').muted"))
                .isEqualTo(false);
    }

    @Test
    void noticesByItselfThatAStreamBeganAndWaitsThere() {
        server.answerNow(STATE, "off");
        var frame = framed("embed-off");
        frame.waitForSelector("media-play-button");
        server.answerNow(STATE, "live");
        frame.evaluate(
                "() => document.querySelector('tb-player').dispatchEvent(new CustomEvent('tb-ask', {bubbles: true}))");
        frame.waitForSelector(".start");
        assertThat(asked).noneMatch(address -> address.contains("m3u8"));
    }

    @Test
    void onlyThePlayerAloneMayBeFramed() {
        framed("embed-waiting");
        assertThat(tab.frameLocator("iframe").locator(".player").count()).isEqualTo(1);
        framed("viewer-live");
        assertThat(tab.frameLocator("iframe").locator(".player").count()).isZero();
    }
}
