// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
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

    private static final Path SHOTS = Path.of("target/gallery/shots");

    private Chromium chromium;
    private GalleryServer server;
    private Clip clip;
    private List<Look> wide;
    private List<Look> narrow;

    @BeforeAll
    void open() throws IOException {
        clip = Clip.frozen(Path.of("target/gallery/clip"));
        server = new GalleryServer();
        server.files("/live/" + Cast.CHANNEL + "/", clip.folder());
        chromium = new Chromium();
        wide = inBothThemes(1440);
        narrow = inBothThemes(390);
    }

    private List<Look> inBothThemes(int width) {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .map(theme -> new Look(chromium, server, theme, width))
                .toList();
    }

    @AfterAll
    void close() {
        wide.forEach(Look::close);
        narrow.forEach(Look::close);
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
        assertThat(Stream.concat(wide.stream(), narrow.stream())
                        .flatMap(look -> look.at(Frames.plain(), name, SHOTS).stream()))
                .isEmpty();
    }

    static Stream<Brand> everyBrand() {
        return Stream.iterate(0, hue -> hue < 360, hue -> hue + 30)
                .flatMap(hue -> Stream.of(new Brand(hue, 2), new Brand(hue, 14)));
    }

    @ParameterizedTest
    @MethodSource("everyBrand")
    void staysReadableInEveryColour(Brand brand) {
        var frames = new Frames(Frames.plain().base(), Locale.ENGLISH, brand);
        assertThat(Stream.of("viewer-off", "team-live", "on-air-live")
                        .flatMap(name -> wide.stream().flatMap(look -> look.contrastOf(frames, name).stream())))
                .isEmpty();
    }

    @Test
    void staysWholeWithLongWordsFromRightToLeft() {
        var frames = new Frames(Frames.plain().base(), Locale.of("ar", "XB"), Brand.ofHue(38));
        var light = narrow.getFirst();
        assertThat(Gallery.pages(frames).keySet().stream()
                        .flatMap(name -> light.at(frames, name, SHOTS.resolve("pseudo")).stream()))
                .isEmpty();
    }
}
