// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.clock.BurntInClock;
import live.tributary.fixtures.clock.ClockPublisher;
import live.tributary.fixtures.clock.ClockPublisher.PictureSize;
import live.tributary.fixtures.process.Programs;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the moment a picture is painted to the moment Chromium shows it on our own viewer page. One machine, one clock;
 * the resolution is one frame.
 */
@Tag("benchmark")
final class BenchmarkGlassToGlass {

    private static final PictureSize PICTURE = new PictureSize(1280, 720, 30);
    private static final Duration SETTLING = Duration.ofSeconds(Integer.getInteger("probe.settle", 20));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("probe.seconds", 120));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long P50_TARGET_MS = 1_300;
    private static final long P95_TARGET_MS = 1_800;

    @Test
    void showsAPictureOfThePresent() throws Exception {
        try (var node = ProbedNode.start()) {
            var streamer = Person.owner(node);
            URI ingest = node.ingest(streamer.newKey());
            try (var _ = ClockPublisher.publish(Programs.bundledFfmpeg(), PICTURE, InstantSource.system(), ingest);
                    var chromium = new Chromium()) {
                streamer.awaitChannel();
                DelayReport report = watch(chromium, streamer.watchPage());
                System.out.println(report.lines());
                assertThat(report.keptPace())
                        .as("the viewer kept up with the source")
                        .isTrue();
                assertThat(report.stalled()).as("no stall").isFalse();
                assertThat(report.percentile(50)).isLessThanOrEqualTo(P50_TARGET_MS);
                assertThat(report.percentile(95)).isLessThanOrEqualTo(P95_TARGET_MS);
            }
        }
    }

    private static DelayReport watch(Chromium chromium, URI watchPage) throws Exception {
        try (var context = chromium.browser().newContext()) {
            Page page = context.newPage();
            long opened = System.nanoTime();
            page.navigate(watchPage.toString());
            page.waitForFunction(
                    "() => document.querySelector('video').currentTime > 0",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout((double) PATIENCE.toMillis()));
            Duration startUp = Duration.ofNanos(System.nanoTime() - opened);
            System.out.printf("start-up        %d ms from opening the link to a picture%n", startUp.toMillis());
            page.evaluate("window.clockProbe = (" + reader() + ")(document.querySelector('video'))");
            page.waitForTimeout((double) SETTLING.toMillis());
            page.evaluate("window.clockProbe.frames.length = 0");
            page.waitForTimeout((double) MEASURED.toMillis());
            return DelayReport.of(frames(page));
        }
    }

    private static String reader() throws Exception {
        try (var script = BurntInClock.class.getResourceAsStream("burnt-in-clock.js")) {
            if (script == null) {
                throw new AssertionError("burnt-in-clock.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<double[]> frames(Page page) {
        String text = (String) page.evaluate(
                "window.clockProbe.frames.map(([shown, clock]) => shown + ' ' + (clock ?? -1)).join('\\n')");
        var frames = new ArrayList<double[]>();
        text.lines().forEach(line -> {
            String[] pair = line.split(" ", 2);
            frames.add(new double[] {Double.parseDouble(pair[0]), Double.parseDouble(pair[1])});
        });
        return frames;
    }
}
