// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** Goes back in a stream that keeps two minutes, and chooses between its two pictures. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewindTest {

    private static final Path SHOTS = Path.of("target/gallery/shots");
    private static final String AT = "() => document.querySelector('video').currentTime";
    private static final String SLIDER = "tb-rewind input";

    private GalleryServer server;
    private Clip clip;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        clip = Clip.rewindable(folder);
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

    private Look look(String title, int width) {
        return new Look(chromium, server, title, width, new Browser.NewContextOptions());
    }

    private static Page watching(Look look) {
        var page = look.open(Frames.plain(), "viewer-live");
        page.waitForFunction("() => document.querySelector('video').currentTime > 100");
        page.waitForSelector(SLIDER);
        return page;
    }

    @Test
    void goesBackByKeysAndReturnsToTheEdge() {
        try (var look = look("rewind", 1440);
                var page = watching(look)) {
            page.focus(SLIDER);
            page.keyboard().press("Home");
            page.waitForFunction("() => document.querySelector('video').currentTime < 5");
            assertThat(page.getAttribute(SLIDER, "aria-valuetext")).matches("1 min \\d+ s behind live");
            assertThat(page.textContent("tb-rewind output")).matches("−1:[45]\\d");
            page.keyboard().press("PageUp");
            page.waitForFunction("() => document.querySelector('video').currentTime > 50");
            page.keyboard().press("ArrowLeft");
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("viewer-rewound.png")));
            assertThat(position(page)).isLessThan(75);
            page.click("tb-live-edge button");
            page.waitForFunction("() => document.querySelector('video').currentTime > 100");
            assertThat(page.getAttribute(SLIDER, "aria-valuetext")).isEqualTo("Live");
        }
    }

    @Test
    void playsThePictureThatWasChosen() {
        try (var look = look("choice", 1440);
                var page = watching(look)) {
            page.waitForFunction("() => document.querySelector('tb-player option').textContent.includes('180p')");
            assertThat(page.locator("tb-player select option").allTextContents())
                    .isEqualTo(List.of("Automatic · 180p · source", "180p · source", "90p", "Audio only"));
            page.focus(SLIDER);
            page.keyboard().press("Home");
            page.selectOption("tb-player select", "90p");
            page.waitForFunction("() => document.querySelector('video').videoHeight === 90");
            page.selectOption("tb-player select", "auto");
            assertThat(page.inputValue("tb-player select")).isEqualTo("auto");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void isAccessibleAndFits(int width) {
        try (var look = look("rewind", width)) {
            assertThat(look.after(Frames.plain(), "viewer-live", "viewer-rewind", SHOTS, RewindTest::goBack))
                    .isEmpty();
        }
    }

    @Test
    void keepsItsEdgesInTheColoursOfTheSystem() {
        var forced = new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE);
        try (var look = new Look(chromium, server, "forced", 1440, forced)) {
            assertThat(look.after(Frames.plain(), "viewer-live", "viewer-rewind", SHOTS, RewindTest::goBack))
                    .isEmpty();
        }
    }

    private static void goBack(Page page) {
        page.waitForSelector(SLIDER);
        page.focus(SLIDER);
        page.keyboard().press("Home");
        page.keyboard().press("PageUp");
        page.waitForFunction("() => document.querySelector('video').currentTime > 50");
    }

    private static double position(Page page) {
        return ((Number) page.evaluate(AT)).doubleValue();
    }
}
