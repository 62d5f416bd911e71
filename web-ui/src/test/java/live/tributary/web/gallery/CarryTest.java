// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** The way to another team, as a viewer sees it in Chromium. */
@Tag("browser")
class CarryTest {

    private static final String STATE = "/api/v1/channels/" + Cast.CHANNEL;
    private static final String NOTICE = "tb-carry [data-slot=notice]";

    private GalleryServer server;
    private Chromium chromium;
    private BrowserContext context;
    private Page tab;

    @BeforeEach
    void open() throws IOException {
        server = new GalleryServer();
        server.show("/watch", Gallery.page(Frames.plain(), "viewer-carried"));
        server.answer(
                STATE,
                "{\"state\":\"ended\",\"title\":\"\",\"now\":\"%s\",%s}".formatted(Cast.NOON, NodeAnswers.HANDOFF));
        server.answer(STATE + "/travel", NodeAnswers.FOUND);
        server.showForeign("/next", "<!doctype html><title>Next</title><h1>Slow Ferry Pottery</h1>");
        chromium = new Chromium();
        context = chromium.browser().newContext();
        tab = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
        chromium.close();
        server.close();
    }

    @Test
    void whoClicksGoesThereAndTheirBrowserAloneKnowsFromWhere() {
        tab.navigate(server.base()
                .resolve("/watch?arrive=ticket#voyage=00112233&hops=1")
                .toString());
        tab.waitForSelector(NOTICE);
        assertThat(tab.url()).endsWith("/watch");
        assertThat(tab.textContent(NOTICE))
                .contains("Slow Ferry Pottery")
                .contains("Norwegian, English")
                .contains("Marked: flashing")
                .contains("Waiting for you to choose.");
        tab.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/gallery/shots/carried.png")));
        server.answer(
                STATE + "/travel",
                "{\"state\":\"go\",\"place\":\"p1\",\"page\":\"%s\"}"
                        .formatted(server.base().resolve("/next?arrive=t2")));
        tab.click("tb-carry [data-action=go]");
        tab.waitForURL("**/next?arrive=t2#voyage=00112233.9f86d081&hops=0");
    }

    @Test
    void whoStaysIsLeftAlone() {
        tab.navigate(server.base().resolve("/watch").toString());
        tab.waitForSelector(NOTICE);
        server.answer(STATE + "/travel", "{\"state\":\"nowhere\"}");
        tab.click("tb-carry [data-action=stay]");
        tab.waitForFunction("() => document.querySelector('%s').hidden".formatted(NOTICE));
        assertThat(tab.isVisible("tb-carry .switch")).isTrue();
    }

    @Test
    void whoHidesWhatIsMarkedThereIsShownTheNextOne() {
        context.addInitScript("localStorage.setItem('hidden-notes', 'violence flashing')");
        tab.waitForRequest(
                request -> String.valueOf(request.postData()).contains("\"elsewhere\""),
                () -> tab.navigate(server.base().resolve("/watch").toString()));
        server.answer(STATE + "/travel", "{\"state\":\"nowhere\"}");
        assertThat(tab.isVisible(NOTICE)).isFalse();
        assertThat(tab.textContent("tb-carry .passes")).contains("violence, flashing");
    }

    @Test
    void secondsPassOnlyForWhoChoseIt() {
        server.answer(STATE + "/travel", NodeAnswers.FOUND.replace("\"marked\":true", "\"marked\":false"));
        tab.navigate(server.base().resolve("/watch").toString());
        tab.waitForSelector(NOTICE);
        assertThat(tab.isVisible("tb-carry [data-slot=left]")).isFalse();
        tab.check("tb-carry [data-action=carry-on]");
        tab.waitForSelector("tb-carry [data-slot=left]");
        assertThat(tab.textContent("tb-carry [data-slot=left]")).matches("1[0-9]|20");
    }
}
