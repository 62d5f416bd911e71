// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * media-chrome keeps {@code <style>} in its shadow roots; the policy allows these by hash. After a new version this test
 * fails: look at the difference, then copy {@code target/gallery/style-hashes.txt} over the one in the sources.
 */
@Tag("browser")
class StyleHashesTest {

    private static final Path COMMITTED = Path.of("src/main/resources/live/tributary/web/asset/style-hashes.txt");
    private static final Path FOUND = Path.of("target/gallery/style-hashes.txt");

    private static final String COLLECT = """
            () => {
              const styles = new Set();
              const visit = (root) => {
                root.querySelectorAll("style").forEach((style) => styles.add(style.textContent));
                root.querySelectorAll("*").forEach((element) => element.shadowRoot && visit(element.shadowRoot));
              };
              visit(document);
              return [...styles];
            }
            """;

    @Test
    void allowsExactlyTheSheetsOfThePlayer() throws IOException {
        try (var server = new GalleryServer();
                var chromium = new Chromium()) {
            var page = Gallery.page(Frames.plain(), "viewer-off");
            server.show("/viewer", page);
            NodeAnswers.answer(server, page);
            var options = new Browser.NewContextOptions().setBypassCSP(true);
            try (var context = chromium.browser().newContext(options)) {
                var tab = context.newPage();
                tab.navigate(server.base().resolve("/viewer").toString());
                tab.waitForFunction("() => document.querySelector('media-play-button')?.shadowRoot?.innerHTML");
                var hashes = ((List<?>) tab.evaluate(COLLECT))
                        .stream().map(text -> hash((String) text)).sorted().toList();
                Files.createDirectories(FOUND.getParent());
                Files.write(FOUND, hashes);
                assertThat(Files.readAllLines(COMMITTED)).isEqualTo(hashes);
            }
        }
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
