// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.load.GeneratorProcess;
import live.tributary.fixtures.load.LoadOrder;

/**
 * A node on air for twenty minutes, with viewers who fetch every part: what it takes must not grow with the time.
 * {@code -Dprobe.seconds=86400} makes a day of it.
 */
@Tag("benchmark")
final class ProbeSoak {

    private static final int VIEWERS = Integer.getInteger("probe.viewers", 20);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("probe.seconds", 1200));
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final int LOOKS_OF_AN_ACCOUNT = 6;

    /** Until then code is compiled, pools grow, and the way back fills. */
    private static final Duration WARM = Duration.ofSeconds(Math.min(300, LENGTH.toSeconds() / 3));

    /** Segments are kept for twice that long. All of it is full when the measurement begins: until then it grows. */
    private static final String WAY_BACK = "tributary.dvr.length=%ds".formatted(WARM.toSeconds() / 3);

    /** Before, what is resident grows by what is compiled; what is held as data tells of a leak earlier. */
    private static final Duration LONG_ENOUGH_FOR_ALL = Duration.ofHours(2);

    private static final double MOST_GROWTH_PER_HOUR = 0.01;
    private static final int MOST_MORE_HANDLES = 5;
    private static final double MOST_DRIFT_MILLIS = 100;

    @TempDir
    private Path folder;

    private final InstantSource clock = InstantSource.system();
    private final List<Look> looks = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    private record Look(double seconds, long residentKilobytes, int handles, double delayMillis) {}

    /** @param heapKilobytes what is in use after a full collection */
    private record Account(double seconds, long heapKilobytes, NativeMemory memory) {

        long heldKilobytes() {
            return heapKilobytes + memory.dataBesideHeapKilobytes();
        }
    }

    @Test
    void takesNoMoreAtTheEndThanAtTheBeginning() throws Exception {
        try (var probe = OnAirProbe.start(folder, "-XX:NativeMemoryTracking=summary", WAY_BACK);
                var viewers = GeneratorProcess.start(List.of())) {
            viewers.begin(new LoadOrder.Watch(VIEWERS, probe.live("source.m3u8")));
            viewers.awaitConnections(VIEWERS);
            look(probe);
            var counts = viewers.mark();
            System.out.printf(
                    "soak of %s with %d viewers: %d parts fetched, %d failures%n",
                    LENGTH, VIEWERS, counts.delivered(), counts.failures());
            // All that is wrong is told at once: a soak takes long.
            var soft = new SoftAssertions();
            soft.assertThat(probe.node.output()).doesNotContain("LEAK");
            soft.assertThat(counts.failures())
                    .as("parts that viewers did not get")
                    .isZero();
            judgeMemory(soft);
            judgeHandlesAndDelay(soft);
            soft.assertThatCode(probe::endsWithoutAFinding).as("the watcher").doesNotThrowAnyException();
            soft.assertAll();
        }
    }

    private void look(OnAirProbe probe) throws Exception {
        var node = new JavaProcess(probe.node.pid());
        long start = System.nanoTime();
        for (int look = 1; System.nanoTime() - start < LENGTH.toNanos(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            var seconds = (System.nanoTime() - start) / 1e9;
            looks.add(new Look(seconds, probe.node.residentKilobytes(), probe.node.openHandles(), delayMillis(probe)));
            if (look % LOOKS_OF_AN_ACCOUNT == 0) {
                accounts.add(new Account(seconds, node.liveHeapBytes() / 1024, node.nativeMemory()));
                tell(accounts.getLast());
            }
        }
    }

    private void tell(Account account) {
        var before = accounts.get(Math.max(0, accounts.size() - 2));
        System.out.printf(
                "soak, %.0f s: resident %d KB; held %d KB, of it heap %d KB; since the account before: %s%n",
                account.seconds,
                looks.getLast().residentKilobytes,
                account.heldKilobytes(),
                account.heapKilobytes,
                account.memory.since(before.memory));
    }

    private void judgeMemory(SoftAssertions soft) {
        var steady = accounts.stream()
                .filter(account -> account.seconds > WARM.toSeconds())
                .toList();
        var steadyLooks = steadyLooks();
        double whole = steadyLooks.getFirst().residentKilobytes;
        double held = Slope.of(steady, Account::seconds, Account::heldKilobytes) * 3600 / whole;
        double resident = Slope.of(steadyLooks, Look::seconds, Look::residentKilobytes) * 3600 / whole;
        System.out.printf(
                "soak: resident %d KB, then %d KB (%+.2f %% an hour); held %d KB, then %d KB (%+.2f %% an hour of what is resident);"
                        + " heap after collection %d KB, then %d KB; in between: %s%n",
                steadyLooks.getFirst().residentKilobytes,
                steadyLooks.getLast().residentKilobytes,
                100 * resident,
                steady.getFirst().heldKilobytes(),
                steady.getLast().heldKilobytes(),
                100 * held,
                steady.getFirst().heapKilobytes,
                steady.getLast().heapKilobytes,
                steady.getLast().memory.since(steady.getFirst().memory));
        soft.assertThat(held).as("growth of what is held, an hour").isLessThanOrEqualTo(MOST_GROWTH_PER_HOUR);
        if (LENGTH.compareTo(LONG_ENOUGH_FOR_ALL) >= 0) {
            soft.assertThat(resident)
                    .as("growth of what is resident, an hour")
                    .isLessThanOrEqualTo(MOST_GROWTH_PER_HOUR);
        }
    }

    private void judgeHandlesAndDelay(SoftAssertions soft) {
        var steady = steadyLooks();
        int handles = steady.getLast().handles - steady.getFirst().handles;
        double drift = Slope.of(steady, Look::seconds, Look::delayMillis)
                * (steady.getLast().seconds - steady.getFirst().seconds);
        System.out.printf(
                "soak: handles %d, then %d; the delay of the newest part drifted by %.0f ms%n",
                steady.getFirst().handles, steady.getLast().handles, drift);
        soft.assertThat(handles).as("more handles").isLessThanOrEqualTo(MOST_MORE_HANDLES);
        soft.assertThat(drift).as("drift of the delay, ms").isBetween(-MOST_DRIFT_MILLIS, MOST_DRIFT_MILLIS);
    }

    private List<Look> steadyLooks() {
        return looks.stream().filter(look -> look.seconds > WARM.toSeconds()).toList();
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
}
