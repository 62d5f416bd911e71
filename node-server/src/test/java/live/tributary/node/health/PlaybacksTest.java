// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaybacksTest {

    private final Playbacks playbacks = new Playbacks();

    @Test
    void countsPlayersAndThoseThatNeverStoodStill() {
        for (int i = 0; i < 100; i++) {
            playbacks.started(Duration.ofMillis(i < 96 ? 400 : 4_000));
        }
        for (int i = 0; i < 3; i++) {
            playbacks.stalled(true);
            playbacks.stalled(false);
        }
        var counts = playbacks.counts();
        assertThat(counts.players()).isEqualTo(100);
        assertThat(counts.smooth()).isEqualTo(97);
        assertThat(counts.stalls()).isEqualTo(6);
        assertThat(counts.startUpHalfMillis()).isEqualTo(500);
        assertThat(counts.startUpMostMillis()).isEqualTo(500);
        playbacks.started(Duration.ofSeconds(90));
        playbacks.started(Duration.ofSeconds(90));
        assertThat(playbacks.counts().startUpMostMillis()).isEqualTo(5_000);
    }

    @Test
    void saysNothingBeforeAnybodySaidSomething() {
        assertThat(playbacks.counts())
                .isEqualTo(new Playbacks.Counts(0, 0, 0, 0, 0, 0, 0, new Playbacks.Others(0, 0, 0, 0, 0)));
    }

    @Test
    void neverCountsMoreStallsThanPlayers() {
        playbacks.stalled(true);
        assertThat(playbacks.counts().smooth()).isZero();
    }

    @Test
    void putsWhatIsOnTheEdgeOfAClassIntoIt() {
        playbacks.delay(Duration.ofSeconds(2));
        assertThat(playbacks.counts().delayHalfMillis()).isEqualTo(2_000);
        playbacks.delay(Duration.ofMillis(2_001));
        playbacks.delay(Duration.ofMillis(2_001));
        assertThat(playbacks.counts().delayHalfMillis()).isEqualTo(3_000);
    }

    @Test
    void countsRequestsOfOtherPlayersApartFromOurs() {
        for (int i = 0; i < 100; i++) {
            playbacks.requested(i < 3, i < 7);
            playbacks.buffered(Duration.ofMillis(i < 5 ? 400 : 1_200));
        }
        assertThat(playbacks.counts().others()).isEqualTo(new Playbacks.Others(100, 3, 7, 1_500, 500));
        assertThat(playbacks.counts().players()).isZero();
        assertThat(playbacks.counts().stalls()).isZero();
    }
}
