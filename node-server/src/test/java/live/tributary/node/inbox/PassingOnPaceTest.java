// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PassingOnPaceTest {

    private final AtomicLong now = new AtomicLong();
    private final PassingOn pace = new PassingOn(now::get);

    @Test
    void whoeverOwnsADomainHasNoMoreForItsManyAuthors() {
        var taken = IntStream.range(0, PassingOn.MOST_OF_DOMAIN + 50)
                .filter(place -> pace.tryTake(URI.create("https://%d.pond.example/users/a".formatted(place))))
                .count();
        assertThat(taken).isEqualTo(PassingOn.MOST_OF_DOMAIN);
        assertThat(pace.tryTake(URI.create("https://other.example/users/a"))).isTrue();
    }

    @Test
    void whoHasHadTheirShareTakesNothingOfTheirDomains() {
        var loud = URI.create("https://pond.example/users/loud");
        IntStream.range(0, PassingOn.MOST_OF_DOMAIN).forEach(_ -> pace.tryTake(loud));
        assertThat(pace.hasRoom(loud)).isFalse();
        var quiet = URI.create("https://pond.example/users/quiet");
        assertThat(pace.hasRoom(quiet)).isTrue();
        assertThat(pace.tryTake(quiet)).isTrue();
    }

    @Test
    void whoseDomainHasHadItsShareKeepsTheirOwn() {
        var late = URI.create("https://late.pond.example/users/a");
        IntStream.range(0, PassingOn.MOST_OF_DOMAIN)
                .forEach(place -> pace.tryTake(URI.create("https://%d.pond.example/users/a".formatted(place))));
        IntStream.range(0, PassingOn.MOST_OF_AUTHOR).forEach(_ -> pace.tryTake(late));
        now.addAndGet(Duration.ofMinutes(3).toNanos());
        assertThat(IntStream.range(0, PassingOn.MOST_OF_AUTHOR).filter(_ -> pace.tryTake(late)))
                .hasSize(PassingOn.MOST_OF_AUTHOR);
    }
}
