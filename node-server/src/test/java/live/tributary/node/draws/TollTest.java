// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.recount.SignedDocument;

import static org.assertj.core.api.Assertions.assertThat;

final class TollTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Instant START = Instant.parse("2026-11-22T19:04:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final Toll toll = new Toll(nanos::get);

    @Test
    void aNeighbourhoodCountsSoOftenAnHourWithDiceOfItsOwn() {
        for (int i = 0; i < Toll.MOST_AN_HOUR; i++) {
            assertThat(toll.counts(page(nonce(i), 0), address("198.51.100." + i), BROWSER))
                    .isTrue();
        }
        assertThat(toll.counts(page(nonce(99), 0), address("198.51.100.200"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(nonce(97), 0), address("198.51.101.1"), BROWSER))
                .isTrue();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(toll.counts(page(nonce(98), 1), address("198.51.100.200"), BROWSER))
                .isTrue();
    }

    @Test
    void aPageThatIsLoadedAgainCountsOnce() {
        assertThat(toll.counts(page(nonce(1), 0), address("2001:db8:0:12::1"), BROWSER))
                .isTrue();
        assertThat(toll.counts(page(nonce(1), 0), address("2001:db8:0:34::1"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(nonce(1), 1), address("2001:db8:0:34::1"), BROWSER))
                .isTrue();
        assertThat(toll.counts(page(nonce(1), 0), address("2001:db8:0:34::1"), BROWSER))
                .isFalse();
    }

    @Test
    void diceThatGaveAnythingBeforeCountNoMore() {
        assertThat(toll.counts(page(nonce(1), 0), address("198.51.100.1"), "curl/8.5.0"))
                .isFalse();
        assertThat(toll.counts(page(nonce(1), 0), address("198.51.101.1"), BROWSER))
                .isFalse();
        toll.served(page(nonce(2), 0));
        assertThat(toll.counts(page(nonce(2), 0), address("198.51.101.1"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(nonce(2), 1), address("198.51.101.1"), BROWSER))
                .isTrue();
    }

    @Test
    void whoSearchesSomebodyBurnsNobodysTurn() {
        var found = new Filter(List.of(), List.of(), List.of(), new Filter.Search.Only(Set.of()));
        assertThat(toll.counts(page(nonce(1), 0, found, 1), address("198.51.100.1"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(nonce(2), 0, Filter.NONE, 2), address("198.51.100.1"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(Nonce.HOUSE, 0, found, 1), address("198.51.100.1"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(Nonce.HOUSE, 0), address("198.51.100.1"), BROWSER))
                .isTrue();
    }

    @Test
    void theDrawOfTheHouseCountsOnceAMinute() {
        assertThat(toll.counts(page(Nonce.HOUSE, 0), address("198.51.100.1"), BROWSER))
                .isTrue();
        assertThat(toll.counts(page(Nonce.HOUSE, 0), address("198.51.100.2"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(Nonce.HOUSE, 1), address("198.51.100.2"), BROWSER))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Googlebot/2.1", "curl/8.5.0", "python-requests/2", "Feedly/1.0", "LinkPreview"})
    void crawlersAreNotCounted(String agent) {
        assertThat(toll.counts(page(nonce(1), 0), address("198.51.100.1"), agent))
                .isFalse();
    }

    @Test
    void nobodyShowsTheirOwnStreamToThemselves() {
        assertThat(toll.counts(page(nonce(1), 0), address("203.0.113.77"), BROWSER))
                .isFalse();
        assertThat(toll.counts(page(nonce(2), 0), address("203.0.112.77"), BROWSER))
                .isTrue();
    }

    /** Whoever uses up the memory of a minute takes the same small part from everybody. */
    @Test
    void aFloodOfDiceStopsNobodyElsesCounting() {
        for (int i = 0; i < Toll.REMEMBERED_WELL; i++) {
            toll.served(page(nonce(i), 0));
        }
        long counted = IntStream.range(0, 1_000)
                .filter(i -> toll.counts(
                        page(nonce(Toll.REMEMBERED_WELL + i), 0),
                        address("10.%d.%d.1".formatted(i / 250, i % 250)),
                        BROWSER))
                .count();
        assertThat(counted).isGreaterThan(980);
        assertThat(toll.counts(page(nonce(5), 0), address("198.51.100.1"), BROWSER))
                .isFalse();
    }

    private static Nonce nonce(int number) {
        return new Nonce("%032x".formatted(number + 1));
    }

    /** With a team whose stream comes from 203.0.113.1. */
    private static DrawnPage page(Nonce nonce, int minute) {
        return page(nonce, minute, Filter.NONE, 1);
    }

    private static DrawnPage page(Nonce nonce, int minute, Filter filter, int number) {
        var home = URI.create("https://owl.example/");
        var group = new ListedGroup(
                home, "owl.example", "Owl", home, List.of("en"), List.of(), List.of(), "", true, false, START);
        var block = AddressBlock.of(address("203.0.113.1")).orElseThrow();
        var live = new LiveGroup(
                group, home, "", home, List.of(), START, List.of("en"), List.of(), List.of(), Set.of(block));
        var card = new Drawn(Gid.of(home), 1, "en", 1, List.of(), 1, 1, 1, 1, 1, 1, List.of());
        return new DrawnPage(
                new Minute(START.plus(Duration.ofMinutes(minute))),
                nonce,
                filter,
                number,
                List.of(new Place.Live(card, live)),
                1,
                1,
                new SignedDocument("0".repeat(64), "0".repeat(128), new byte[0]));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
