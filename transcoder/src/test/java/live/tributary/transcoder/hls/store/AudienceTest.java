// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AudienceTest {

    private long nanos;
    private final List<String> told = new ArrayList<>();
    private final Audience audience = new Audience(Duration.ofMillis(200), () -> nanos);

    @Test
    void nobodyWaitsForNothing() {
        audience.tell(() -> told.add("one"));

        assertThat(told).containsExactly("one");
    }

    @Test
    void eachIsToldWhenAllBeforeItIsWritten() {
        write("one");
        audience.tell(() -> told.add("one more"));
        write("two");
        assertThat(told).isEmpty();

        audience.done();
        assertThat(told).containsExactly("one", "one more");

        audience.done();
        assertThat(told).containsExactly("one", "one more", "two");
    }

    @Test
    void patienceEnds() {
        write("one");
        write("two");
        pass(Duration.ofMillis(200));
        assertThat(told).isEmpty();

        pass(Duration.ofMillis(1));

        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void nobodyWaitsAgainBeforeTheDiskHasCaughtUp() {
        write("one");
        pass(Duration.ofMillis(201));
        write("two");
        assertThat(told).containsExactly("one", "two");

        audience.done();
        write("three");
        assertThat(told).containsExactly("one", "two", "three");

        audience.done();
        audience.done();
        write("four");
        assertThat(told).containsExactly("one", "two", "three");
    }

    private void write(String name) {
        audience.begin();
        audience.tell(() -> told.add(name));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        audience.timePassed();
    }
}
