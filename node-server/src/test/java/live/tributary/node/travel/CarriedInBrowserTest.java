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
import live.tributary.node.broadcast.Language;
import live.tributary.node.directory.Directory;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.following.Followings;
import live.tributary.node.following.Wisher;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.listing.Choice;
import live.tributary.node.listing.Consent;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.Pitch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Four people watch a stream that ends, each in their own Chromium page, and another node has room. */
@Tag("browser")
@ExtendWith(PostgresExtension.class)
final class CarriedInBrowserTest {

    private static final double PATIENCE_MILLIS = 20_000;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final String NOTICE = "tb-carry [data-slot=notice]";
    private static final String CARRY_ON = "tb-carry [data-action=carry-on]";

    /** Twenty seconds of the countdown are over in two, and what a page is told of its way is kept. */
    private static final String QUICK_AND_OVERHEARD = """
            const usual = window.setInterval;
            window.setInterval = (deed, millis, ...rest) => usual(deed, millis === 1000 ? 100 : millis, ...rest);
            const ask = window.fetch;
            window.told = [];
            window.fetch = async (...wish) => {
              const answer = await ask(...wish);
              if (String(wish[0]).endsWith("/travel")) {
                answer.clone().json().then(({ state }) => window.told.push(state));
              }
              return answer;
            };
            """;

    private final ClockAhead clock = new ClockAhead();
    private final FederatedNode river;
    private final FederatedNode kiln;
    private final Chromium chromium = new Chromium();

    CarriedInBrowserTest(TestDatabase database, @TempDir Path data) {
        river = FederatedNode.start(
                database,
                clock,
                data.resolve("river"),
                "tributary.studio.clean-grace=1s",
                "tributary.features.directory=true");
        kiln = FederatedNode.start(
                database.another("kiln"), clock, data.resolve("kiln"), "tributary.studio.clean-grace=1s");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterEach
    void stop() {
        chromium.close();
        river.close();
        kiln.close();
    }

    @Test
    void viewersAreCarriedOnAsTheyChose() {
        bothTeamsTakePart();
        riverIsInItsOwnDirectory();
        try (var here = publish(river);
                var _ = publish(kiln)) {
            knows(river, kiln);
            var clicking = throughTheDirectory();
            var staying = watch(river);
            var carried = watch(river);
            var late = watch(river);
            carried.check(CARRY_ON);
            var all = List.of(clicking, staying, carried, late);
            all.forEach(CarriedInBrowserTest::plays);
            here.stop();
            all.forEach(page ->
                    assertThat(page.locator(NOTICE)).containsText(address(kiln).getAuthority()));

            staying.click("tb-carry [data-action=stay]");
            clicking.click("tb-carry [data-action=go]");
            arrives(clicking);
            arrives(carried);
            assertThat(staying.locator(NOTICE)).isHidden();
            assertThat(staying.url()).isEqualTo(address(river).toString());
            twoWereCarried();
            isToldThatThereIsNoPlaceAnyMore(late);
        }
    }

    private void twoWereCarried() {
        assertThat(kiln.get(Hosting.class).guests(kiln.house().team().id()))
                .extracting(Guests::arrived)
                .containsExactly(2);
        assertThat(river.get(Sendings.class).of(river.house().team().id()))
                .extracting(Sending::sent)
                .containsExactly(2);
    }

    /** The team that was shown lets nobody in any more, and there is no other. */
    private void isToldThatThereIsNoPlaceAnyMore(Page late) {
        kiln.get(Hosting.class).shield(kiln.house().actor(), kiln.house().team().id(), true);
        assertThat(late.locator("tb-carry [data-slot=gone]")).hasText("Nobody else has room just now.");
        assertThat(late.locator(NOTICE)).isHidden();
    }

    private void bothTeamsTakePart() {
        decide(river, new Policy(Raids.EVERYONE, false, 0, false, new WhenEnding.Drawn(), false));
        decide(kiln, new Policy(Raids.EVERYONE, false, 50, false, new WhenEnding.Drawn(), false));
    }

    private void riverIsInItsOwnDirectory() {
        var owner = river.house().actor();
        var team = river.house().team().id();
        var english = List.of(Language.parse("en").orElseThrow());
        river.get(Listings.class)
                .put(owner, team, new Pitch(Consent.INVITED, "Boats.", List.of("boats"), english, List.of()));
        var directory = river.node().web().resolve("/ap/actor");
        assertThat(river.get(Directories.class).choose(owner, team, directory.toString()))
                .isEqualTo(new Choice.Done(directory));
        Waiting.until(
                "River to be listed",
                FederatedNode.PATIENCE,
                () -> !river.get(Directory.class).listed().isEmpty());
    }

    /** From the first page to the picture: one click. */
    private Page throughTheDirectory() {
        Waiting.until(
                "River to be seen to move",
                LONG_ENOUGH,
                () -> !river.get(LiveBoard.class).live().isEmpty());
        // Who is live now is in the draw of the next minute.
        clock.advance(Duration.ofMinutes(1));
        var directory = river.node().web().resolve("/directory");
        Waiting.until(
                "the draw",
                FederatedNode.PATIENCE,
                () -> new WebVisitor(river.node().web())
                        .get("/directory")
                        .body()
                        .contains(address(river).toString()));
        var page = open(directory);
        page.click(".roll-link");
        page.waitForURL(address(river).toString());
        return page;
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

    private static void knows(FederatedNode one, FederatedNode other) {
        var team = one.house().team().id();
        one.get(Followings.class)
                .follow(
                        one.house().actor(),
                        new Wisher.OfTeam(team),
                        other.groupAddress().toString());
        Waiting.until("the other team to be seen on air", FederatedNode.PATIENCE, () -> {
            one.get(Scout.class).round(List.of(team));
            return one.get(Scout.class).live().stream()
                    .anyMatch(prospect -> prospect.team().equals(other.groupAddress()));
        });
    }

    private Page watch(FederatedNode node) {
        return open(address(node));
    }

    /** Each in a browser of their own: what one chose is nothing to the others. */
    private Page open(URI address) {
        BrowserContext context = chromium.browser().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(QUICK_AND_OVERHEARD);
        var page = context.newPage();
        page.navigate(address.toString());
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
