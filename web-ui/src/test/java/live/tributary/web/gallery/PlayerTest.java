// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Plays a stream that ffmpeg makes while it is watched. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayerTest {

    private static final String STATE = "/api/v1/channels/" + Cast.CHANNEL;

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
        server.show("/watch", Gallery.page(Frames.plain(), "viewer-live"));
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
        tab.navigate(server.base().resolve("/watch").toString());
        tab.waitForFunction(Clip.PLAYS);
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void playsOnAndSaysHowLateItIs() {
        var before = position();
        tab.waitForFunction("before => document.querySelector('video').currentTime > before + 3", before);
        assertThat(tab.textContent("tb-live-edge")).matches("Live · \\d+\\.\\d s");
        assertThat(tab.getAttribute("tb-live-edge button", "aria-label"))
                .startsWith("Live · ")
                .endsWith(" s. Jump to the live edge.");
        tab.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/gallery/shots/playing.png")));
    }

    @Test
    void obeysItsKeysButNotWhileSomebodyTypes() {
        tab.keyboard().press("k");
        tab.waitForFunction("() => document.querySelector('video').paused");
        tab.keyboard().press("l");
        tab.waitForFunction("() => !document.querySelector('video').paused");
        tab.keyboard().press("m");
        assertThat(tab.evaluate("() => document.querySelector('video').muted")).isEqualTo(true);
        tab.keyboard().press("?");
        assertThat(tab.isVisible("dialog.keys")).isTrue();
        tab.keyboard().press("Escape");
        tab.click("details.extra summary");
        tab.focus("#stream-address");
        tab.keyboard().press("m");
        assertThat(tab.evaluate("() => document.querySelector('video').muted")).isEqualTo(true);
    }

    @Test
    void offersWhatThereIsToChooseFrom() {
        tab.waitForFunction("() => document.querySelector('tb-player option').textContent.includes('source')");
        assertThat(tab.locator("tb-player select option").allTextContents())
                .isEqualTo(List.of("360p · source", "Audio only"));
        assertThat(tab.getAttribute(".cc", "aria-disabled")).isEqualTo("true");
        assertThat(tab.isVisible("tb-rewind")).isFalse();
    }

    @Test
    void saysThatTheStreamEndedAndPlaysTheNextOneWithoutAReload() {
        server.answerNow(STATE, "ended");
        tab.evaluate(
                "() => document.querySelector('tb-player').dispatchEvent(new CustomEvent('tb-ask', {bubbles: true}))");
        tab.waitForSelector(".player[data-state=ended]");
        assertThat(tab.textContent(".overlay h2")).isEqualTo("The stream has ended");
        server.answerNow(STATE, "live");
        tab.evaluate(
                "() => document.querySelector('tb-player').dispatchEvent(new CustomEvent('tb-ask', {bubbles: true}))");
        tab.waitForSelector(".player[data-state=live]");
        tab.waitForFunction(Clip.PLAYS);
    }

    @Test
    void comesBackByItselfAfterTheNodeWasGone() {
        tab.route("**/live/**", route -> route.abort());
        tab.route("**/api/**", route -> route.abort());
        tab.waitForSelector(".player[data-state=lost]");
        assertThat(tab.textContent(".overlay h2")).isEqualTo("This node cannot be reached");
        tab.unroute("**/live/**");
        tab.unroute("**/api/**");
        tab.waitForSelector(".player[data-state=live]");
        var before = position();
        tab.waitForFunction("before => document.querySelector('video').currentTime !== before", before);
    }

    private Object position() {
        return tab.evaluate("() => document.querySelector('video').currentTime");
    }
}
