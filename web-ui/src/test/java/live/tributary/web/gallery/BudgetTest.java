// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.web.page.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page may weigh, packed as a browser gets it. Numbers of {@code docs}: they only go down without a decision. */
@Tag("assets")
class BudgetTest {

    private static final int KIB = 1024;
    private static final int BEFORE_FIRST_PAINT_BYTES = 300;
    private static final Pages PAGES = Pages.load();

    static Stream<String> everyPage() {
        return Gallery.pages(Frames.plain()).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void keepsToItsBudget(String name) throws IOException {
        var html = PAGES.render(Gallery.page(Frames.plain(), name));
        var document = Jsoup.parse(html);
        assertThat(scripts(document)).isBetween(1, budget(name));
        assertThat(packed(document, "link[rel=stylesheet][href^=/assets/]", "href"))
                .isBetween(1, 20 * KIB);
        // The player alone has no theme to choose.
        assertThat(packed(document, "script[blocking=render]", "src"))
                .isBetween(name.startsWith("embed") ? 0 : 1, BEFORE_FIRST_PAINT_BYTES);
        assertThat(gzip(html.getBytes(StandardCharsets.UTF_8))).isLessThan(30 * KIB);
    }

    @Test
    void shipsTwoFonts() throws IOException {
        var sheet = Jsoup.parse(PAGES.render(Gallery.page(Frames.plain(), "home")))
                .select("link[rel=stylesheet][href^=/assets/]")
                .attr("href");
        var css = new String(asset(sheet), StandardCharsets.UTF_8);
        var fonts = Pattern.compile("url\\(\"?(/assets/[^)\"]+\\.woff2)")
                .matcher(css)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
        assertThat(fonts).hasSize(2);
        var bytes = 0;
        for (var font : fonts) {
            bytes += asset(font).length;
        }
        assertThat(bytes).isLessThan(160 * KIB);
    }

    private static int budget(String name) {
        if (name.startsWith("viewer")) {
            return 170 * KIB;
        }
        if (name.startsWith("embed")) {
            // Without hls.js, which comes when somebody wants to watch.
            return 55 * KIB;
        }
        return name.startsWith("on-air") ? 220 * KIB : 25 * KIB;
    }

    private static int scripts(Document document) throws IOException {
        return packed(document, "script[src]", "src") + packed(document, "link[rel=modulepreload]", "href");
    }

    private static int packed(Document document, String selector, String attribute) throws IOException {
        var bytes = 0;
        for (var path : List.copyOf(document.select(selector).eachAttr(attribute))) {
            bytes += gzip(asset(path));
        }
        return bytes;
    }

    private static byte[] asset(String path) throws IOException {
        try (var stream = BudgetTest.class.getResourceAsStream("/META-INF/resources" + path)) {
            assertThat(stream).as(path).isNotNull();
            return stream.readAllBytes();
        }
    }

    private static int gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.size();
    }
}
