// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.load.LoadOrder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node on air for twenty minutes, with viewers who fetch every part: what it takes must not grow with the time.
 * {@code -Dprobe.seconds=86400} makes a day of it.
 */
@Tag("benchmark")
final class ProbeSoak {

    private static final int VIEWERS = Integer.getInteger("probe.viewers", 20);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("probe.seconds", 1200));
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    /** Until then code is compiled and pools grow. */
    private static final Duration WARM = Duration.ofMinutes(5);

    private static final double MOST_GROWTH_PER_HOUR = 0.01;
    private static final int MOST_MORE_HANDLES = 5;
    private static final double MOST_DRIFT_MILLIS = 100;

    @TempDir
    private Path folder;

    private final InstantSource clock = InstantSource.system();

    private record Look(double seconds, long kilobytes, int handles, double delayMillis) {}

    @Test
    void takesNoMoreAtTheEndThanAtTheBeginning() throws Exception {
        try (var probe = OnAirProbe.start(folder);
                var viewers = GeneratorProcess.start(List.of())) {
            viewers.begin(new LoadOrder.Watch(VIEWERS, probe.live("source.m3u8")));
            viewers.awaitConnections(VIEWERS);
            var looks = look(probe);
            var counts = viewers.mark();
            var steady = looks.stream()
                    .filter(look -> look.seconds > Math.min(WARM.toSeconds(), LENGTH.toSeconds() / 3))
                    .toList();
            double growth = slope(steady, Look::kilobytes) * 3600 / steady.getFirst().kilobytes;
            double drift = slope(steady, Look::delayMillis) * (steady.getLast().seconds - steady.getFirst().seconds);
            int handles = steady.getLast().handles - steady.getFirst().handles;
            System.out.printf(
                    "soak of %s with %d viewers: memory %d MB, then %d MB (%.2f %% an hour); handles %d, then %d; delay of the"
                            + " newest segment's date drifted by %.0f ms; %d parts fetched, %d failures%n",
                    LENGTH,
                    VIEWERS,
                    steady.getFirst().kilobytes / 1024,
                    steady.getLast().kilobytes / 1024,
                    100 * growth,
                    steady.getFirst().handles,
                    steady.getLast().handles,
                    drift,
                    counts.delivered(),
                    counts.failures());
            assertThat(probe.node.output()).doesNotContain("LEAK");
            assertThat(counts.failures()).isZero();
            assertThat(handles).isLessThanOrEqualTo(MOST_MORE_HANDLES);
            assertThat(drift).isBetween(-MOST_DRIFT_MILLIS, MOST_DRIFT_MILLIS);
            assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH_PER_HOUR);
            probe.endsWithoutAFinding();
        }
    }

    private List<Look> look(OnAirProbe probe) throws Exception {
        var looks = new ArrayList<Look>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < LENGTH.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            var seconds = (System.nanoTime() - start) / 1e9;
            looks.add(new Look(seconds, probe.node.residentKilobytes(), probe.node.openHandles(), delayMillis(probe)));
        }
        return looks;
    }

    /** How long ago the end of the newest part was taken in, by the dates of the playlist; asked right behind its birth. */
    private double delayMillis(OnAirProbe probe) throws Exception {
        var known = MediaPlaylist.parse(probe.text("source.m3u8"));
        var next = "source.m3u8?_HLS_msn=%d&_HLS_part=%d"
                .formatted(known.open().msn(), known.open().parts().size());
        var newest = MediaPlaylist.parse(probe.text(next));
        Instant now = clock.instant();
        var last = newest.open().parts().isEmpty() ? newest.segments().getLast() : newest.open();
        double partsSeconds =
                last.parts().stream().mapToDouble(MediaPlaylist.Part::duration).sum();
        Instant end = last.dates().getFirst().plusNanos((long) (partsSeconds * 1e9));
        return Duration.between(end, now).toNanos() / 1e6;
    }

    private interface Figure {
        double of(Look look);
    }

    /** Least squares, per second. */
    private static double slope(List<Look> looks, Figure figure) {
        double meanX = looks.stream().mapToDouble(Look::seconds).average().orElseThrow();
        double meanY = looks.stream().mapToDouble(figure::of).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (var look : looks) {
            above += (look.seconds - meanX) * (figure.of(look) - meanY);
            below += (look.seconds - meanX) * (look.seconds - meanX);
        }
        return above / below;
    }
}
