// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

final class RemoteViewersTest {

    private final TestClock clock = new TestClock();
    private final RemoteViewers viewers = new RemoteViewers(clock);
    private final UUID video = UUID.randomUUID();

    private void note(String host, long people, Duration validity) {
        viewers.note(video, host, people, clock.instant().plus(validity));
    }

    @Test
    void addsWhatEachHostSaysLast() {
        note("a.example", 5, Duration.ofMinutes(2));
        note("b.example", 7, Duration.ofMinutes(4));
        note("a.example", 3, Duration.ofMinutes(2));
        assertThat(viewers.of(video)).isEqualTo(10);
        clock.advance(Duration.ofMinutes(2));
        assertThat(viewers.of(video)).isEqualTo(7);
    }

    @Test
    void believesNobodyEverything() {
        note("a.example", Long.MAX_VALUE, Duration.ofDays(1000));
        assertThat(viewers.of(video)).isEqualTo(RemoteViewers.MOST_OF_ONE_DOMAIN);
        clock.advance(RemoteViewers.LONGEST);
        assertThat(viewers.of(video)).isZero();
    }

    @Test
    void believesAllHostsOfOneDomainNoMoreThanOne() {
        for (int host = 0; host < RemoteViewers.MOST_HOSTS_OF_ONE_DOMAIN + 10; host++) {
            note("h%d.flood.example".formatted(host), 300, Duration.ofMinutes(2));
        }
        assertThat(viewers.of(video)).isEqualTo(RemoteViewers.MOST_OF_ONE_DOMAIN);
        note("b.example", 7, Duration.ofMinutes(2));
        assertThat(viewers.of(video)).isEqualTo(RemoteViewers.MOST_OF_ONE_DOMAIN + 7);
        note("h0.flood.example", 300, Duration.ofMinutes(4));
        clock.advance(Duration.ofMinutes(2));
        assertThat(viewers.of(video))
                .as("what the others of the domain said was kept for %d of them"
                        .formatted(RemoteViewers.MOST_HOSTS_OF_ONE_DOMAIN))
                .isEqualTo(300);
    }

    @Test
    void remembersSoManyHostsAndNoMore() {
        for (int host = 0; host < RemoteViewers.MOST_HOSTS + 10; host++) {
            note("h%d.example".formatted(host), 1, Duration.ofMinutes(1));
        }
        assertThat(viewers.of(video)).isEqualTo(RemoteViewers.MOST_HOSTS);
    }
}
