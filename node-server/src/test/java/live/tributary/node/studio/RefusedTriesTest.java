// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.net.InetAddress;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import live.tributary.node.kernel.ChannelId;

import static org.assertj.core.api.Assertions.assertThat;

class RefusedTriesTest {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    private final RefusedTries tries = new RefusedTries();

    @Test
    void keepsTheLastTwentyNewestFirst() {
        var channel = ChannelId.random();
        IntStream.rangeClosed(1, 25).forEach(second -> tries.remember(channel, at(second)));
        assertThat(tries.of(channel)).hasSize(20).first().isEqualTo(at(25));
        assertThat(tries.of(channel)).last().isEqualTo(at(6));
    }

    @Test
    void tellsNobodyAboutTheTriesOfOthers() {
        tries.remember(InetAddress.ofLiteral("192.0.2.1"), at(1));
        assertThat(tries.from(InetAddress.ofLiteral("192.0.2.2"))).isEmpty();
        assertThat(tries.of(ChannelId.random())).isEmpty();
    }

    @Test
    void forgetsTheAddressSeenLongestAgoWhenStrangersKeepTrying() {
        IntStream.rangeClosed(0, 1_000)
                .forEach(n -> tries.remember(InetAddress.ofLiteral("198.18.%d.%d".formatted(n / 256, n % 256)), at(n)));
        assertThat(tries.from(InetAddress.ofLiteral("198.18.0.0"))).isEmpty();
        assertThat(tries.from(InetAddress.ofLiteral("198.18.3.232"))).isNotEmpty();
    }

    private static RefusedTry at(int second) {
        return new RefusedTry(START.plusSeconds(second), RefusedTry.Reason.UNKNOWN_KEY, Sentences.UNKNOWN_KEY);
    }
}
