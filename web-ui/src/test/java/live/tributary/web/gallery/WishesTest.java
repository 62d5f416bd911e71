// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at a few pages as people see them who asked their system for something, or have no script or no keys. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WishesTest {

    private static final Path SHOTS = Path.of("target/gallery/shots");
    private static final int WIDE = 1440;
    private static final int PHONE = 390;
    private static final String MOVING = "() => document.getAnimations().length";

    private Chromium chromium;
    private GalleryServer server;
    private Clip clip;

    @BeforeAll
    void open() throws IOException {
        clip = Clip.frozen(Path.of("target/gallery/clip"));
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

    private Look look(String title, int width, Browser.NewContextOptions options) {
        return new Look(chromium, server, title, width, options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer-live", "viewer-lost", "embed-waiting", "on-air-live", "claim-wrong", "home"})
    void keepsItsEdgesInTheColoursOfTheSystem(String name) {
        var forced = new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE);
        try (var look = look("forced", WIDE, forced)) {
            assertThat(look.at(Frames.plain(), name, SHOTS)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer-live", "viewer-lost", "embed-lost", "home"})
    void standsStillForThoseWhoAskedForThat(String name) {
        try (var look = new Look(chromium, server, ColorScheme.DARK, PHONE);
                var page = look.open(Frames.plain(), name)) {
            assertThat(page.evaluate(MOVING)).isEqualTo(0);
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            assertThat(page.evaluate(MOVING)).as("what moves for others").isNotEqualTo(0);
        }
    }

    @Test
    void listsItsKeysOnlyWhereThereAreSome() {
        var phone = new Browser.NewContextOptions().setHasTouch(true).setIsMobile(true);
        try (var look = look("touch", PHONE, phone);
                var page = look.open(Frames.plain(), "viewer-off")) {
            page.waitForSelector("media-play-button");
            assertThat(page.isVisible("[data-action=keys]")).isFalse();
            assertThat(page.isVisible("[popovertarget=share]")).isTrue();
        }
        try (var look = new Look(chromium, server, ColorScheme.LIGHT, PHONE);
                var page = look.open(Frames.plain(), "viewer-off")) {
            page.waitForSelector("[data-action=keys]");
        }
    }

    @Test
    void sharesInBothThemesOnEveryScreen() {
        assertThat(Stream.of(WIDE, PHONE)
                        .flatMap(width ->
                                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).flatMap(theme -> share(theme, width))))
                .isEmpty();
    }

    private Stream<String> share(ColorScheme theme, int width) {
        try (var look = new Look(chromium, server, theme, width)) {
            return look
                    .after(Frames.plain(), "viewer-off", "viewer-share", SHOTS, page -> {
                        page.click("[popovertarget=share]:not(.sheet *)");
                        page.click("#share tb-copy button");
                        page.waitForSelector("#share [role=status]:not(:empty)");
                    })
                    .stream();
        }
    }

    @Test
    void saysWithoutAScriptWhereThePictureIs() {
        var plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (var context = chromium.browser().newContext(plain.setViewportSize(WIDE, 900))) {
            var shown = Gallery.page(Frames.plain(), "viewer-connecting");
            server.show("/plain", shown);
            var page = context.newPage();
            page.navigate(server.base().resolve("/plain").toString());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SHOTS.resolve("viewer-no-script.png"))
                    .setFullPage(true));
            assertThat(page.isVisible("noscript a")).isTrue();
            assertThat(page.isVisible(".overlay .wait")).isFalse();
            assertThat(page.isVisible("[data-action=keys]")).isFalse();
            page.click("[popovertarget=share]:not(.sheet *)");
            assertThat(page.isVisible("#share-link")).isTrue();
        }
    }
}
