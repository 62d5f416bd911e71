// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.RunningProgram;

/** What a server made of the streams it was sent: the proof that two servers did equal work. */
interface Packaging {

    /** Number of the newest whole segment of each stream. */
    List<Long> newestSegments() throws IOException;

    /** A file with the newest whole segment of the first stream. */
    Path oneSegment() throws IOException;

    /** Pictures in a segment of the {@link BenchClip}. */
    int PICTURES = 60;

    /** What is missing: every stream must have gone on by a segment each two seconds, and a segment hold all its pictures. */
    static String shortfall(Packaging packaging, List<Long> before, Duration since) throws IOException {
        var after = packaging.newestSegments();
        double expected = since.toMillis() / 2_000.0;
        for (int i = 0; i < before.size(); i++) {
            long made = after.get(i) - before.get(i);
            if (Math.abs(made - expected) > 1.5) {
                return "stream %d went on by %d segments in %s".formatted(i, made, since);
            }
        }
        long pictures = pictures(packaging.oneSegment());
        return pictures == PICTURES ? "" : "a segment with %d of %d pictures".formatted(pictures, PICTURES);
    }

    private static long pictures(Path file) {
        var command = List.of(
                Programs.DEBIAN_FFPROBE.toString(),
                "-v",
                "quiet",
                "-count_frames",
                "-select_streams",
                "v:0",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "default=nw=1:nk=1",
                file.toString());
        try (var ffprobe = RunningProgram.start(command)) {
            ffprobe.awaitEnd(Duration.ofMinutes(1));
            return Long.parseLong(ffprobe.output().strip().lines().findFirst().orElse("0"));
        }
    }
}
