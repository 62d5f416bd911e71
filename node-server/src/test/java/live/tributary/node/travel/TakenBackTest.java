// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

final class TakenBackTest {

    private static final URI OFFER = URI.create("https://node.example/ap/ho/1/1/1/1");
    private static final URI KILN = URI.create("https://kiln.example/g");
    private static final URI OTHER = URI.create("https://other.example/g");

    private final TestClock clock = new TestClock();
    private final TakenBack takenBack = new TakenBack(Duration.ofMinutes(5), clock);

    @Test
    void remembersAWithdrawalOnlyForItsTeamAndForAWhile() {
        takenBack.remember(OFFER, KILN);
        assertThat(takenBack.has(OFFER, KILN)).isTrue();
        assertThat(takenBack.has(OFFER, OTHER)).isFalse();
        clock.advance(Duration.ofMinutes(5));
        assertThat(takenBack.has(OFFER, KILN)).isFalse();
    }

    @Test
    void whoSaysMuchDrivesOutNobodyElse() {
        takenBack.remember(OFFER, KILN);
        IntStream.rangeClosed(0, TakenBack.MOST_OF_ONE)
                .forEach(number -> takenBack.remember(URI.create(OFFER + "0" + number), OTHER));
        assertThat(takenBack.has(OFFER, KILN)).isTrue();
        assertThat(takenBack.has(URI.create(OFFER + "00"), OTHER)).isFalse();
        assertThat(takenBack.has(URI.create(OFFER + "01"), OTHER)).isTrue();
    }

    @Test
    void whatManySayTakesNoMoreMemory() {
        takenBack.remember(OFFER, KILN);
        IntStream.range(0, TakenBack.MOST)
                .forEach(number -> takenBack.remember(OFFER, URI.create("https://host%d.example/g".formatted(number))));
        assertThat(takenBack.has(OFFER, KILN)).isFalse();
    }
}
