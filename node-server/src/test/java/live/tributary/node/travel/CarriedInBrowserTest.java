// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.federation.vocab.Raids;
import live.tributary.fixtures.browser.Chromium;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Three people watch a stream that ends, each in their own Chromium page, and another node has room. */
@Tag("browser")
@ExtendWith(PostgresExtension.class)
final class CarriedInBrowserTest {

    private static final double PATIENCE_MILLIS = 20_000;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final String NOTICE = "tb-carry [data-slot=notice]";
    private static final String CARRY_ON = "tb-carry [data-action=carry-on]";

    /** Twenty seconds of the countdown are over in two. */
    private static final String QUICK_SECONDS = """
            const usual = window.setInterval;
            window.setInterval = (deed, millis, ...rest) => usual(deed, millis === 1000 ? 100 : millis, ...rest);
            """;

    private final FederatedNode river;
    private final FederatedNode kiln;
    private final Chromium chromium = new Chromium();

    CarriedInBrowserTest(TestDatabase database, @TempDir Path data) {
        river = FederatedNode.start(database, data.resolve("river"), "tributary.studio.clean-grace=1s");
        kiln = FederatedNode.start(database.another("kiln"), data.resolve("kiln"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterEach
    void stop() {
        chromium.close();
        river.close();
        kiln.close();
    }

    @Test
    void whoClicksAndWhoChoseItAreCarriedAndWhoStaysIsLeftAlone() {
        bothTeamsTakePart();
        try (var here = publish(river);
                var _ = publish(kiln)) {
            riverKnowsOfKiln();
            var clicking = watch(river);
            var staying = watch(river);
            var carried = watch(river);
            carried.check(CARRY_ON);
            List.of(clicking, staying, carried).forEach(CarriedInBrowserTest::plays);
            here.stop();
            List.of(clicking, staying, carried)
                    .forEach(page -> assertThat(page.locator(NOTICE))
                            .containsText(address(kiln).getAuthority()));

            staying.click("tb-carry [data-action=stay]");
            clicking.click("tb-carry [data-action=go]");
            arrives(clicking);
            arrives(carried);
            assertThat(staying.locator(NOTICE)).isHidden();
            assertThat(staying.url()).isEqualTo(address(river).toString());
        }
        assertThat(kiln.get(Hosting.class).guests(kiln.house().team().id()))
                .extracting(Guests::arrived)
                .containsExactly(2);
        assertThat(river.get(Sendings.class).of(river.house().team().id()))
                .extracting(Sending::sent)
                .containsExactly(2);
    }

    private void bothTeamsTakePart() {
        decide(river, new Policy(Raids.NOBODY, false, 0, false, new WhenEnding.Drawn(), false));
        decide(kiln, new Policy(Raids.EVERYONE, false, 50, false, new WhenEnding.Nobody(), false));
    }

    private static void decide(FederatedNode node, Policy policy) {
        node.get(Hosting.class).put(node.house().actor(), node.house().team().id(), policy);
    }

    private static FfmpegPublisher publish(FederatedNode node) {
        var programme = Programme.synthetic().lasting(LONG_ENOUGH).sized(320, 240);
        var key = node.house().key("studio").key().value();
        return FfmpegPublisher.publish(
                Programs.DEBIAN_FFMPEG, programme, node.node().ingest(key));
    }

    private void riverKnowsOfKiln() {
        var team = river.house().team().id();
        river.get(Followings.class)
                .follow(
                        river.house().actor(),
                        new Wisher.OfTeam(team),
                        kiln.groupAddress().toString());
        Waiting.until("the other team to be seen on air", FederatedNode.PATIENCE, () -> {
            river.get(Scout.class).round(List.of(team));
            return !river.get(Scout.class).live().isEmpty();
        });
    }

    /** Each in a browser of their own: what one chose is nothing to the others. */
    private Page watch(FederatedNode node) {
        BrowserContext context = chromium.browser().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(QUICK_SECONDS);
        var page = context.newPage();
        page.navigate(address(node).toString());
        return page;
    }

    /** The picture moves there, they are told from where they came, and nothing of it stays in the address. */
    private void arrives(Page page) {
        page.waitForURL(address(kiln) + "**");
        assertThat(page.locator(".floated")).containsText("You came here from River");
        plays(page);
        assertThat(page.url()).isEqualTo(address(kiln).toString());
    }

    /** The picture is there, and moves. */
    private static void plays(Page page) {
        page.waitForFunction(
                "() => document.querySelector('video').currentTime > 0 && !document.querySelector('video').paused");
        var before = page.evaluate("() => document.querySelector('video').currentTime");
        page.waitForFunction("before => document.querySelector('video').currentTime > before + 1", before);
    }

    private static URI address(FederatedNode node) {
        return node.node().web().resolve("/@river/ada");
    }
}
