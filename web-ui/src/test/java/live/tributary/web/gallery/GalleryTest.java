// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import live.tributary.web.page.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes every page to {@code target/gallery}, to be read and compared without a browser. */
class GalleryTest {

    private static final Path FOLDER = Path.of("target/gallery/html");

    @Test
    void writesEveryPage() throws IOException {
        Files.createDirectories(FOLDER);
        var pages = Pages.load();
        for (var entry : Gallery.pages(Frames.plain()).entrySet()) {
            var html = pages.render(entry.getValue());
            Files.writeString(FOLDER.resolve(entry.getKey() + ".html"), html);
            assertThat(html).startsWith("<!doctype html>");
            assertThat(html.strip()).endsWith("</html>");
        }
    }
}
