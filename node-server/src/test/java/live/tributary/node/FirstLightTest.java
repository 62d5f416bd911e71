// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.net.URI;
import java.time.Duration;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.browser.Examination;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An owner's first evening in a real browser, from the claim link to the end of the first stream. */
@Tag("browser")
@ExtendWith(PostgresExtension.class)
final class FirstLightTest {

    private static final double PATIENCE_MILLIS = 20_000;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final double WATCHED_SECONDS = 10;

    private final RunningNode node;
    private final Chromium chromium = new Chromium();
    private final BrowserContext context = chromium.browser().newContext();
    private final Examination examination;
    private final Page owner;

    FirstLightTest(TestDatabase database) {
        node = RunningNode.start(database);
        examination = Examination.of(context, node.web());
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        owner = context.newPage();
    }

    @AfterEach
    void closeTheNode() {
        chromium.close();
        node.close();
    }

    @Test
    void fromTheClaimLinkToTheEndOfTheFirstStream() {
        claim();
        foundTheTeam();
        URI ingest = node.ingest(owner.getByLabel("Stream key").inputValue());
        assertThat(light()).containsText("Waiting for your stream");

        try (var encoder = FfmpegPublisher.publish(
                Programs.DEBIAN_FFMPEG, Programme.synthetic().lasting(LONG_ENOUGH), ingest)) {
            assertThat(light()).containsText("We see your stream");
            examine(owner);
            var viewer = watch();
            playsWithoutAStall(viewer);
            examine(viewer);
            isSeenOnTheHomePage();
            encoder.stop();
            assertThat(viewer.getByText("The stream has ended")).isVisible();
            examine(viewer);
        }
        everyStudioPageIsSound();
    }

    private void claim() {
        visit("/");
        visit(node.claimPath());
        fill("Your name", "Ines Okafor");
        fill("Handle", "ines");
        fill("Password", "slow water under a bridge");
        press("Create the owner");
    }

    private void foundTheTeam() {
        examine(owner);
        fill("Name of the team", "Kiln & Kettle");
        fill("Handle of the team", "kiln");
        fill("Mark", "K&");
        press("Create the team");
    }

    private Page watch() {
        var viewer = context.newPage();
        viewer.navigate(node.web().resolve("/@kiln/ines").toString());
        return viewer;
    }

    private static void playsWithoutAStall(Page viewer) {
        viewer.waitForFunction(
                "() => document.querySelector('video').currentTime > 0 && !document.querySelector('video').paused");
        // A machine that is busy elsewhere may stall once; then the ten seconds begin anew.
        viewer.evaluate("""
                () => {
                  const video = document.querySelector("video");
                  window.smoothFrom = video.currentTime;
                  video.addEventListener("waiting", () => { window.smoothFrom = video.currentTime; });
                }""");
        viewer.waitForFunction(
                "seconds => document.querySelector('video').currentTime - window.smoothFrom >= seconds",
                WATCHED_SECONDS,
                new Page.WaitForFunctionOptions().setTimeout(3 * PATIENCE_MILLIS));
        assertThat(viewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("live edge"))
                        .first())
                .containsText("Live ·");
    }

    private void isSeenOnTheHomePage() {
        visit("/");
        owner.waitForFunction("() => document.querySelector('tb-still img')?.naturalWidth > 0");
    }

    private void everyStudioPageIsSound() {
        for (var path : new String[] {"/studio", "/studio/keys", "/studio/members", "/@kiln", "/"}) {
            visit(path);
        }
    }

    private void visit(String path) {
        owner.navigate(node.web().resolve(path).toString());
        examine(owner);
    }

    private void examine(Page page) {
        assertThat(examination.findings(page)).as(page.url()).isEmpty();
    }

    private Locator light() {
        return owner.locator("tb-waiting-light");
    }

    private void fill(String label, String text) {
        owner.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private void press(String button) {
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
