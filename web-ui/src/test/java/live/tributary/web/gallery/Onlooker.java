// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.browser.Examination;
import live.tributary.web.asset.Brand;

/**
 * A browser with one tab and a server of its own. Loads each page once and then looks at it from every side: a reload
 * for each width, theme and colour takes longer than all that is looked for. One thread at a time.
 */
final class Onlooker implements AutoCloseable {

    private static final int WIDE = 1440;
    private static final int PHONE = 390;

    private static final String WEAR = """
            path => new Promise(resolve => {
              const sheet = document.querySelector("link[href^='/brand.css']");
              sheet.addEventListener("load", () => resolve(true), { once: true });
              sheet.href = path;
            })
            """;

    /** A width and a theme. */
    private record Side(int width, ColorScheme theme) {
        String title() {
            return "%s-%d".formatted(theme.name().toLowerCase(Locale.ROOT), width);
        }
    }

    private final GalleryServer server = new GalleryServer();
    private final Chromium chromium = new Chromium();
    private final BrowserContext context = chromium.browser()
            .newContext(new Browser.NewContextOptions()
                    .setTimezoneId("Europe/Amsterdam")
                    // Nothing moves, so that two runs see the same.
                    .setReducedMotion(ReducedMotion.REDUCE));
    private final Examination examination = Examination.of(context, server.base());
    private final Page tab;

    /** @param clip served as the stream of every live page */
    Onlooker(Clip clip) throws IOException {
        server.files("/live/" + Cast.CHANNEL + "/", clip.folder());
        // Clocks on the page stand still; timers go on.
        context.clock().setFixedTime(Date.from(Cast.NOON));
        tab = context.newPage();
    }

    /** Everything that is wrong with the page at both widths and in both themes, and pictures of it. */
    List<String> lookAt(Frames frames, String name, Path folder) {
        load(frames, name);
        return Stream.of(WIDE, PHONE)
                .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(theme -> new Side(width, theme)))
                .flatMap(side -> lookFrom(side, frames, name, folder).stream())
                .toList();
    }

    /** The same on a phone only, in the light theme. */
    List<String> lookAtOnAPhone(Frames frames, String name, Path folder) {
        load(frames, name);
        return lookFrom(new Side(PHONE, ColorScheme.LIGHT), frames, name, folder);
    }

    /** What axe says about contrast, whatever the brand, in both themes. */
    List<String> contrastIn(List<Brand> brands, Frames frames, String name) {
        load(frames, name);
        var findings = new ArrayList<String>();
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            turn(new Side(WIDE, theme), frames, name);
            for (var brand : brands) {
                tab.evaluate(WEAR, brand.path());
                examination
                        .contrastFindings(tab)
                        .forEach(finding -> findings.add(brand + " " + theme + ": " + finding));
            }
        }
        return findings;
    }

    private List<String> lookFrom(Side side, Frames frames, String name, Path folder) {
        turn(side, frames, name);
        if (tab.isVisible("tb-player")) {
            // Or its bar may have faded.
            tab.hover(".player");
        }
        var shot = folder.resolve("%s-%s.png".formatted(name, side.title()));
        tab.screenshot(new Page.ScreenshotOptions().setPath(shot).setFullPage(true));
        var findings =
                side.theme() == ColorScheme.LIGHT ? examination.findings(tab) : examination.findingsInOtherColours(tab);
        return findings.stream().map(finding -> side.title() + ": " + finding).toList();
    }

    private void load(Frames frames, String name) {
        var shown = Gallery.page(frames, name);
        var path = shown.frame().address().getPath();
        server.show(path, shown);
        NodeAnswers.answer(server, shown);
        turn(new Side(WIDE, ColorScheme.LIGHT), frames, name);
        tab.navigate(server.base().resolve(path).toString());
        tab.evaluate("() => document.fonts.ready.then(() => true)");
    }

    private void turn(Side side, Frames frames, String name) {
        var height =
                Gallery.page(frames, name).mayBeFramed() ? Look.framedHeight(side.width()) : Look.height(side.width());
        tab.setViewportSize(side.width(), height);
        tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(side.theme()));
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }
}
