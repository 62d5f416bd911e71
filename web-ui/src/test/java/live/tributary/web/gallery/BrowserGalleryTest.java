// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.web.asset.Brand;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at every page in every state with a real browser. Pictures lie in {@code target/gallery/shots}. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserGalleryTest {

    private static final int[] WIDTHS = {1440, 390};
    private static final Path SHOTS = Path.of("target/gallery/shots");

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

    static Stream<String> everyPage() {
        return Gallery.pages(Frames.plain()).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void isAccessibleFitsAndKeepsToItself(String name) {
        var findings = new ArrayList<String>();
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : WIDTHS) {
                var look = new Look(chromium, server, Frames.plain(), theme, width);
                var shot = SHOTS.resolve(
                        "%s-%s-%d.png".formatted(name, theme.name().toLowerCase(Locale.ROOT), width));
                look.at(name, shot).forEach(finding -> findings.add("%s %d: %s".formatted(theme, width, finding)));
            }
        }
        assertThat(findings).isEmpty();
    }

    static Stream<Brand> everyBrand() {
        return Stream.iterate(0, hue -> hue < 360, hue -> hue + 30)
                .flatMap(hue -> Stream.of(new Brand(hue, 2), new Brand(hue, 14)));
    }

    @ParameterizedTest
    @MethodSource("everyBrand")
    void staysReadableInEveryColour(Brand brand) {
        var findings = new ArrayList<String>();
        var frames = new Frames(Frames.plain().base(), Locale.ENGLISH, brand);
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var name : List.of("viewer-off", "team-live", "on-air-live")) {
                findings.addAll(new Look(chromium, server, frames, theme, 1440).contrastOf(name));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void staysWholeWithLongWordsFromRightToLeft() {
        var findings = new ArrayList<String>();
        var frames = new Frames(Frames.plain().base(), Locale.of("ar", "XB"), Brand.ofHue(38));
        for (var name : Gallery.pages(frames).keySet()) {
            var look = new Look(chromium, server, frames, ColorScheme.LIGHT, 390);
            findings.addAll(look.at(name, SHOTS.resolve("pseudo-%s.png".formatted(name))));
        }
        assertThat(findings).isEmpty();
    }
}
