// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import live.tributary.transcoder.media.StreamCounters;
import live.tributary.transcoder.media.StreamProblem;
import live.tributary.transcoder.media.StreamProblem.Kind;

/** Counts what happens, and tells each kind of problem once a session. */
final class Tally {

    private final Consumer<StreamProblem> onProblem;
    private final Set<Kind> told = EnumSet.noneOf(Kind.class);

    long videoFrames;
    long audioUnits;
    long missingFrames;
    long dropped;
    long clamped;
    long rebased;
    long corrected;
    long forcedCuts;
    long discontinuities;

    Tally(Consumer<StreamProblem> onProblem) {
        this.onProblem = onProblem;
    }

    void newSession() {
        told.clear();
    }

    void problem(Kind kind, String detail) {
        if (told.add(kind)) {
            onProblem.accept(new StreamProblem(kind, detail));
        }
    }

    /** An access unit is thrown away because of a problem. */
    void drop(Kind kind, String detail) {
        dropped++;
        problem(kind, detail);
    }

    StreamCounters counters() {
        return new StreamCounters(
                videoFrames,
                audioUnits,
                missingFrames,
                dropped,
                clamped,
                rebased,
                corrected,
                forcedCuts,
                discontinuities);
    }
}
