// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.CaptionedProgramme;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a viewer does in the course of an evening, in a real browser before a real node. */
@Tag("browser")
@ExtendWith(PostgresExtension.class)
class EveningInBrowserTest {

    private static final List<String> LINES = List.of("so the belly goes first,", "then you close it slowly");
    private static final Duration LOOP = Duration.ofSeconds(10);

    /** More than memory holds, and enough for the player to offer the way back. */
    private static final int SEGMENTS_TO_GO_BACK = 66;

    private static final RandomGenerator AT_ONCE = () -> 0;

    @TempDir
    Path folder;

    @Test
    void aViewerReadsCaptionsGoesBackReturnsAndStaysThroughADeathOfTheNode(TestDatabase database) throws Exception {
        var clip = CaptionedProgramme.record(Programs.DEBIAN_FFMPEG, LINES, LOOP, folder);
        try (var evening = Evening.begin(database, folder, clip, SEGMENTS_TO_GO_BACK);
                var viewer = EveningViewer.watch(evening.page())) {
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            readsCaptions(viewer.page());
            goesBack(viewer.page());
            returns(viewer.page());
            viewer.forget();
            evening.kill(AT_ONCE);
            assertThat(viewer.stood()).isPositive();
            assertThat(viewer.page().locator(".captions")).containsText("the belly");
        }
    }

    private static void readsCaptions(Page page) {
        page.click(".cc[aria-disabled=false]");
        assertThat(page.locator(".captions")).containsText("the belly");
    }

    private static void goesBack(Page page) {
        page.waitForSelector("tb-rewind input");
        page.focus("tb-rewind input");
        page.keyboard().press("Home");
        assertThat(page.locator("tb-rewind output")).containsText("−1:");
        var before = page.evaluate("() => document.querySelector('video').currentTime");
        page.waitForFunction("before => document.querySelector('video').currentTime > before + 2", before);
        assertThat(page.locator(".captions")).containsText("the belly");
    }

    private static void returns(Page page) {
        page.click("tb-live-edge button");
        assertThat(page.locator("tb-rewind output")).isEmpty();
        var before = page.evaluate("() => document.querySelector('video').currentTime");
        page.waitForFunction("before => document.querySelector('video').currentTime > before + 1", before);
    }
}
