// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamCounters;
import live.tributary.transcoder.media.StreamProblem;

/** A packager and its window, fed by the test's own thread. Everything that is ever listed is kept. */
final class Studio implements AutoCloseable {

    private static final FirstNumbers FIRST = new FirstNumbers(100, 7, false);

    /** One for all, as in a node: a pool gives its chunks back only when it is garbage. */
    private static final WindowMemory MEMORY = new WindowMemory();

    final List<StreamProblem.Kind> problems = new ArrayList<>();
    final Recorder recorder;
    final Packager packager;
    int timesLive;
    private final WindowWriter writer;
    private long monotonicNanos = 1;

    Studio() {
        this(Duration.ofMillis(200));
    }

    Studio(Duration partTarget) {
        writer = WindowWriter.open(MEMORY, WindowOptions.inMemory(Duration.ofHours(1)), FIRST);
        recorder = new Recorder(writer.window());
        packager = new Packager(
                writer,
                partTarget,
                Ladders.NONE,
                Runnable::run,
                () -> timesLive++,
                problem -> problems.add(problem.kind()));
    }

    /** A publisher connection from its first to its last word. */
    Studio session(List<? extends MediaInput> inputs) {
        packager.beginSession();
        offer(inputs);
        packager.endSession();
        return this;
    }

    /** Everything arrives when its arrival time says, on both clocks. */
    void offer(List<? extends MediaInput> inputs) {
        for (var input : inputs) {
            if (input instanceof AccessUnit unit) {
                monotonicNanos = Duration.between(java.time.Instant.EPOCH, unit.arrivedAt())
                        .toNanos();
            }
            packager.accept(input, monotonicNanos);
        }
    }

    Recorder end() {
        packager.endBroadcast();
        return recorder;
    }

    StreamCounters counters() {
        return packager.figures().counters();
    }

    @Override
    public void close() {
        writer.close();
    }
}
