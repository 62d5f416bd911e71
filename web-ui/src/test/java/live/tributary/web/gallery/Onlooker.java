// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.browser.Examination;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.DirectoryPage;

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

    private static final Page.WaitForSelectorOptions ATTACHED =
            new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

    /** A width and a theme. */
    private record Side(int width, ColorScheme theme) {
        String title() {
            return "%s-%d".formatted(theme.name().toLowerCase(Locale.ROOT), width);
        }
    }

    /** A page as far as it matters how it is looked at. */
    private record Subject(String name, boolean framed, boolean player) {}

    private static final Side WIDE_LIGHT = new Side(WIDE, ColorScheme.LIGHT);

    private static final Side PHONE_DARK = new Side(PHONE, ColorScheme.DARK);

    /** Whether pictures are wanted of pages with which all is well; they take a fifth of the time. */
    private static final boolean PICTURES = Boolean.getBoolean("gallery.pictures");

    /** A dark phone is looked at in other words, and in plain ones only for its picture. */
    private static final List<Side> SIDES = Stream.of(
                    WIDE_LIGHT, new Side(WIDE, ColorScheme.DARK), PHONE_DARK, new Side(PHONE, ColorScheme.LIGHT))
            .filter(side -> PICTURES || !side.equals(PHONE_DARK))
            .toList();

    private final GalleryServer server = new GalleryServer();
    private final Chromium chromium = new Chromium();
    private final BrowserContext context = chromium.browser()
            .newContext(new Browser.NewContextOptions()
                    .setTimezoneId("Europe/Amsterdam")
                    .setColorScheme(ColorScheme.LIGHT)
                    // Nothing moves, so that two runs see the same.
                    .setReducedMotion(ReducedMotion.REDUCE));
    private final Examination examination = Examination.of(context, server.base());
    private final Page tab;
    private ColorScheme theme = ColorScheme.LIGHT;

    /** @param clip served as the stream of every live page */
    Onlooker(Clip clip) throws IOException {
        server.files("/live/" + Cast.CHANNEL + "/", clip.folder());
        StoppedClock.on(context);
        tab = context.newPage();
    }

    /** Everything that is wrong with the page in both themes, and on a phone. */
    List<String> lookAt(Frames frames, String name, Path folder) {
        var subject = load(frames, name, WIDE_LIGHT);
        return SIDES.stream()
                .flatMap(side -> lookFrom(
                        side,
                        subject,
                        folder,
                        side.theme() == ColorScheme.LIGHT ? examination::findings : examination::findingsInOtherColours)
                        .stream())
                .toList();
    }

    /** What is wrong with the page on a dark phone, in other words than those that {@link #lookAt} sees it with. */
    List<String> lookAtOnAPhone(Frames frames, String name, Path folder) {
        var subject = load(frames, name, PHONE_DARK);
        return lookFrom(PHONE_DARK, subject, folder, examination::findingsInOtherWords);
    }

    /** What axe says about contrast, whatever the brand, in both themes. */
    List<String> contrastIn(List<Brand> brands, Frames frames, String name) {
        var subject = load(frames, name, WIDE_LIGHT);
        var findings = new ArrayList<String>();
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            turn(new Side(WIDE, theme), subject);
            for (var brand : brands) {
                tab.evaluate(WEAR, brand.path());
                examination
                        .contrastFindings(tab)
                        .forEach(finding -> findings.add(brand + " " + theme + ": " + finding));
            }
        }
        return findings;
    }

    private List<String> lookFrom(Side side, Subject subject, Path folder, Function<Page, List<String>> examine) {
        turn(side, subject);
        if (subject.player() && tab.isVisible("tb-player")) {
            // Or its bar may have faded.
            tab.hover(".player");
        }
        var findings = examine.apply(tab);
        if (PICTURES || !findings.isEmpty()) {
            var shot = folder.resolve("%s-%s.png".formatted(subject.name(), side.title()));
            tab.screenshot(new Page.ScreenshotOptions().setPath(shot).setFullPage(true));
        }
        return findings.stream().map(finding -> side.title() + ": " + finding).toList();
    }

    private Subject load(Frames frames, String name, Side side) {
        var shown = Gallery.page(frames, name);
        var subject = new Subject(name, shown.mayBeFramed(), shown.hasPlayer());
        var path = shown.frame().address().getPath();
        server.show(path, shown);
        NodeAnswers.answer(server, shown);
        turn(side, subject);
        tab.navigate(server.base().resolve(path).toString());
        tab.evaluate("() => document.fonts.ready.then(() => true)");
        if (shown instanceof DirectoryPage) {
            // It shows no card before it has asked for its own draw.
            tab.waitForSelector("tb-draw:not([data-wanted])", ATTACHED);
        }
        return subject;
    }

    /** Turns only what is not so already: each turn waits until the page is laid out again. */
    private void turn(Side side, Subject subject) {
        var height = subject.framed() ? Look.framedHeight(side.width()) : Look.height(side.width());
        if (tab.viewportSize().width != side.width() || tab.viewportSize().height != height) {
            tab.setViewportSize(side.width(), height);
        }
        if (theme != side.theme()) {
            theme = side.theme();
            tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        }
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }
}
