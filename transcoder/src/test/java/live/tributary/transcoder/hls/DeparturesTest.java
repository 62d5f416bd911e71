// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeparturesTest {

    private long nanos;
    private final Departures departures = new Departures(() -> nanos);

    @Test
    void tellsHowLongASegmentIsGone() {
        assertThat(departures.since(100)).isZero();
        departures.left(100);
        pass(Duration.ofSeconds(3));
        departures.left(100);
        departures.left(101);
        pass(Duration.ofSeconds(1));
        assertThat(departures.since(100)).isEqualTo(Duration.ofSeconds(4));
        assertThat(departures.since(101)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void forgetsASegmentAndThoseBeforeIt() {
        departures.left(99);
        departures.left(100);
        departures.left(101);
        pass(Duration.ofSeconds(1));
        departures.forget(100);
        assertThat(departures.since(99)).isZero();
        assertThat(departures.since(100)).isZero();
        assertThat(departures.since(101)).isEqualTo(Duration.ofSeconds(1));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
