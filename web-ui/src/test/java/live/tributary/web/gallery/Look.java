// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.nio.file.Path;
import java.util.Date;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.browser.Examination;

/** One look at one page: what axe finds, what sticks out sideways, what the policy reports, what leaves the host. */
record Look(Chromium chromium, GalleryServer server, Frames frames, ColorScheme theme, int width) {

    /** Everything that is wrong with the page, and a picture of it. */
    List<String> at(String name, Path shot) {
        try (var context = context()) {
            var examination = Examination.of(context, server.base());
            var page = open(context, name);
            page.screenshot(new Page.ScreenshotOptions().setPath(shot).setFullPage(true));
            return examination.findings(page);
        }
    }

    /** Only what axe says about contrast. */
    List<String> contrastOf(String name) {
        try (var context = context()) {
            var examination = Examination.of(context, server.base());
            return examination.contrastFindings(open(context, name));
        }
    }

    private Page open(BrowserContext context, String name) {
        var shown = Gallery.page(frames, name);
        var path = shown.frame().address().getPath();
        server.show(path, shown);
        NodeAnswers.answer(server, shown);
        var page = context.newPage();
        page.navigate(server.base().resolve(path).toString());
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        return page;
    }

    private BrowserContext context() {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setColorScheme(theme)
                .setTimezoneId("Europe/Amsterdam")
                // Nothing moves, so that two runs see the same.
                .setReducedMotion(ReducedMotion.REDUCE);
        var context = chromium.browser().newContext(options);
        // Clocks on the page stand still; timers go on.
        context.clock().setFixedTime(Date.from(Cast.NOON));
        return context;
    }
}
