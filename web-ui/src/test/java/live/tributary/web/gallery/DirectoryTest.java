// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.web.page.DrawCheckPage;

import static org.assertj.core.api.Assertions.assertThat;

/** A directory as visitors use it: their own draw, the reasons of a card, and a draw that is checked in their browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {

    private static final Path SHOTS = Path.of("target/gallery/shots");
    private static final int WIDE = 1440;
    private static final int PHONE = 390;
    private static final String DEALT = "tb-draw:not([data-wanted]) .roll";

    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private Chromium chromium;
    private GalleryServer server;

    @BeforeAll
    void open() throws IOException {
        server = new GalleryServer();
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        server.close();
    }

    @Test
    void asksForItsOwnDrawBeforeACardIsShown() {
        NodeAnswers.answer(server, Gallery.page(Frames.plain(), "directory"));
        // With a running clock: where Playwright's stands still, no page knows that it was loaded again.
        try (var context = chromium.browser().newContext();
                var page = context.newPage()) {
            page.navigate(server.base().resolve("/directory").toString());
            page.waitForSelector(DEALT);
            assertThat(page.locator(".roll article").count()).isEqualTo(5);
            assertThat(page.locator(".facts dd").first().textContent()).isEqualTo("7f3a·1159");
            var nonce = (String) page.evaluate("() => sessionStorage.getItem('draw-nonce')");
            assertThat(nonce).matches("[0-9a-f]{32}");
            listen(page);
            page.reload();
            page.waitForSelector(DEALT);
            assertThat(asked).last().extracting(URI::getQuery).isEqualTo("n=" + nonce);
            page.navigate(page.url() + "?tag=pottery");
            page.waitForSelector(DEALT);
            assertThat(asked)
                    .last()
                    .extracting(URI::getQuery)
                    .isEqualTo("tag=pottery&n=" + nonce + "&at=2026-11-22T11:59Z");
        }
    }

    private void listen(Page page) {
        page.onRequest(request -> {
            var address = URI.create(request.url());
            if (address.getPath().equals("/directory")) {
                asked.add(address);
            }
        });
    }

    @Test
    void saysWhyACardIsThereInBothThemes() {
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var look = new Look(chromium, server, theme, PHONE)) {
                assertThat(look.after(Frames.plain(), "directory-own", "directory-why", SHOTS, page -> {
                            page.click("[popovertarget=why-1]");
                            page.click("#why-1 summary");
                            assertThat(page.innerText("#why-1"))
                                    .contains("73 %")
                                    .contains("1436549");
                        }))
                        .isEmpty();
            }
        }
    }

    @Test
    void showsTheDrawOfTheHouseWithoutAScript() {
        var plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (var context = chromium.browser().newContext(plain.setViewportSize(WIDE, 900))) {
            server.show("/plain", Gallery.page(Frames.plain(), "directory"));
            var page = context.newPage();
            page.navigate(server.base().resolve("/plain").toString());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SHOTS.resolve("directory-no-script.png"))
                    .setFullPage(true));
            assertThat(page.isVisible("article .roll-link")).isTrue();
            assertThat(page.isVisible(".dealing")).isFalse();
            assertThat(page.innerText(".shown")).contains("Drawn by the house");
            page.click("[popovertarget=why-1]");
            assertThat(page.isVisible("#why-1")).isTrue();
        }
    }

    @Test
    void drawsAPageAgainInTheBrowser() throws IOException {
        var published = JsonMapper.builder().build().readTree(Files.readString(Path.of("src/test/ts/fair-turn.json")));
        server.answer("/directory/snapshots/2026-11-22T19:04Z", text(published, "snapshot"));
        server.show("/checked", checked(published));
        try (var context = chromium.browser().newContext();
                var page = context.newPage()) {
            page.navigate(server.base().resolve("/checked").toString());
            page.click("tb-draw-check button");
            page.waitForSelector("[role=status].ok");
            assertThat(page.innerText("[role=status]")).isEqualTo("Drawn again: all 24 places agree.");
        }
    }

    private static DrawCheckPage checked(JsonNode published) {
        var page = (DrawCheckPage) Gallery.page(Frames.plain(), "draw-check-out");
        var served = (DrawCheckPage.Subject.Served) page.subject();
        var receipt = published.path("receipts").path(0).asString();
        var key = new DrawCheckPage.DayKey.Out(served.key().commitment(), text(published, "key"));
        var subject = new DrawCheckPage.Subject.Served(
                served.draw(),
                receipt,
                served.receiptPath(),
                served.snapshotPath(),
                served.filter(),
                served.order(),
                key);
        return new DrawCheckPage(page.frame(), subject, page.figures(), page.links());
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString();
    }
}
