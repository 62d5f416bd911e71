// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;

/** One look at one page: what axe finds, what sticks out sideways, what the policy reports, what leaves the host. */
record Look(Browser browser, GalleryServer server, Frames frames, ColorScheme theme, int width) {

    private static final String AXE = read(Path.of("node_modules/axe-core/axe.min.js"));

    private static final String COLLECT_REPORTS = """
            window.policyReports = [];
            document.addEventListener("securitypolicyviolation", (event) =>
              window.policyReports.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
            """;

    private static final String RUN_AXE = """
            async (only) => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const found = await axe.run(document, {
                runOnly: only ? { type: "rule", values: [only] } : { type: "tag", values: tags },
              });
              return found.violations.flatMap((violation) =>
                violation.nodes.map((node) => violation.id + " at " + node.target + ": " + node.failureSummary));
            }
            """;

    private static final String SIDEWAYS = """
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth
              ? [...document.body.querySelectorAll("*")]
                  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                  .slice(0, 3).map((element) => "sticks out sideways: " + element.tagName + "." + element.className)
                  .concat(["scrolls sideways"])
              : []
            """;

    /** Everything that is wrong with the page, and a picture of it. */
    List<String> at(String name, Path shot) {
        var foreign = new TreeSet<String>();
        try (var context = context(foreign)) {
            var page = open(context, name);
            var findings = new ArrayList<>(strings(page.evaluate(RUN_AXE, "")));
            findings.addAll(strings(page.evaluate(SIDEWAYS)));
            findings.addAll(strings(page.evaluate("() => window.policyReports")));
            foreign.forEach(address -> findings.add("asked a foreign host: " + address));
            page.screenshot(new Page.ScreenshotOptions().setPath(shot).setFullPage(true));
            return findings;
        }
    }

    /** Only what axe says about contrast. */
    List<String> contrastOf(String name) {
        try (var context = context(new TreeSet<>())) {
            return strings(open(context, name).evaluate(RUN_AXE, "color-contrast"));
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

    private BrowserContext context(Set<String> foreign) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setColorScheme(theme)
                .setTimezoneId("Europe/Amsterdam")
                // Nothing moves, so that two runs see the same.
                .setReducedMotion(ReducedMotion.REDUCE);
        var context = browser.chromium().newContext(options);
        // Clocks on the page stand still; timers go on.
        context.clock().setFixedTime(Date.from(Cast.NOON));
        context.addInitScript(COLLECT_REPORTS);
        context.addInitScript(AXE);
        context.onRequest(request -> {
            if (!request.url().startsWith(server.base().toString())
                    && !request.url().startsWith("blob:")) {
                foreign.add(request.url());
            }
        });
        return context;
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
