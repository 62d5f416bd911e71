// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.browser.Examination;

/** Looks at pages through one window: a theme, a width, and nothing kept from page to page but the browser's cache. */
final class Look implements AutoCloseable {

    private static final int ACROSS = 16;
    private static final int DOWN = 9;

    private final GalleryServer server;
    private final int width;
    private final String title;
    private final BrowserContext context;
    private final Examination examination;

    Look(Chromium chromium, GalleryServer server, ColorScheme theme, int width) {
        this(
                chromium,
                server,
                "%s-%d".formatted(theme.name().toLowerCase(Locale.ROOT), width),
                width,
                new Browser.NewContextOptions().setColorScheme(theme));
    }

    /** @param title goes into the names of pictures and findings */
    Look(Chromium chromium, GalleryServer server, String title, int width, Browser.NewContextOptions options) {
        this.server = server;
        this.title = title;
        this.width = width;
        this.context = chromium.browser()
                .newContext(options.setViewportSize(width, height(width))
                        .setTimezoneId("Europe/Amsterdam")
                        // Nothing moves, so that two runs see the same.
                        .setReducedMotion(ReducedMotion.REDUCE));
        StoppedClock.on(context);
        examination = Examination.of(context, server.base());
    }

    /** Of the usual window of this width: a phone's or a laptop's. */
    static int height(int width) {
        return width < 600 ? 844 : 900;
    }

    /** Of a frame of this width in somebody else's page. */
    static int framedHeight(int width) {
        return width * DOWN / ACROSS;
    }

    /** Everything that is wrong with the page, and a picture of it in {@code folder}. */
    List<String> at(Frames frames, String name, Path folder) {
        return after(frames, name, name, folder, _ -> {});
    }

    /** The same, once somebody did something on the page. */
    List<String> after(Frames frames, String name, String shotName, Path folder, Consumer<Page> doing) {
        try (var page = open(frames, name)) {
            doing.accept(page);
            var shot = folder.resolve("%s-%s.png".formatted(shotName, title));
            page.screenshot(new Page.ScreenshotOptions().setPath(shot).setFullPage(true));
            return titled(examination.findings(page));
        }
    }

    private List<String> titled(List<String> findings) {
        return findings.stream().map(finding -> title + ": " + finding).toList();
    }

    Page open(Frames frames, String name) {
        var shown = Gallery.page(frames, name);
        var path = shown.frame().address().getPath();
        server.show(path, shown);
        NodeAnswers.answer(server, shown);
        var page = context.newPage();
        if (shown.mayBeFramed()) {
            page.setViewportSize(width, framedHeight(width));
        }
        page.navigate(server.base().resolve(path).toString());
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        return page;
    }

    @Override
    public void close() {
        context.close();
    }
}
