// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the captions that lie in a picture. */
@Tag("browser")
class CaptionsTest {

    private static final List<String> LINES = List.of("so the belly goes first,", "then you close it slowly");
    /** A row of rolling captions is known once the next one begins, and stands for a second: the picture waits there. */
    private static final String SHOWN = """
            () => {
              const shown = document.querySelector(".captions").textContent.includes("the belly");
              if (shown) { document.querySelector("video").pause(); }
              return shown;
            }""";

    private static final String GONE = "() => document.querySelector('.captions').textContent === ''";

    @Test
    void showsThemToThoseWhoWantThemAndRemembersThat(@TempDir Path folder) throws IOException {
        try (var clip = Clip.captioned(folder, LINES);
                var server = new GalleryServer();
                var chromium = new Chromium();
                var look = new Look(chromium, server, "captions", 1440, new Browser.NewContextOptions())) {
            server.files("/live/" + Cast.CHANNEL + "/", clip.folder());
            try (var page = look.open(Frames.plain(), "viewer-live")) {
                page.waitForSelector(".cc[aria-disabled=false]");
                assertThat(page.textContent(".captions")).isEmpty();
                page.click(".cc");
                page.waitForFunction(SHOWN);
                assertThat(page.getAttribute(".cc", "aria-pressed")).isEqualTo("true");
                page.keyboard().press("c");
                page.waitForFunction(GONE);
                page.keyboard().press("c");
            }
            var shots = Path.of("target/gallery/shots");
            assertThat(look.after(Frames.plain(), "viewer-live", "viewer", shots, page -> page.waitForFunction(SHOWN)))
                    .isEmpty();
        }
    }
}
