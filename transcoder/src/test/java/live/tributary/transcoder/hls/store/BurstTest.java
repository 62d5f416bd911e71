// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** A thin line that heals delivers a minute of media at once; viewers need a minute to fetch it. */
class BurstTest {

    private static final Pattern MEDIA = Pattern.compile("\"?([^\"\\n]+\\.m4s)\"?");
    private static final Duration IN_MEMORY = Duration.ofSeconds(12);
    private static final Duration SEGMENT = Duration.ofSeconds(2);

    @TempDir
    Path root;

    @Test
    void whatItListedAnswersAsLongAsThePlaylistLasts() throws IOException {
        var evening = Evening.begin(LiveFolder.at(root.resolve("live"), limits()), shortWayBack());
        var listed = burst(evening);
        assertThat(listed).hasSizeGreaterThan(3 * 30 * 10);
        allAnswer(evening, listed);
        // Parts answer for three target durations, as before.
        evening.pass(Duration.ofSeconds(5));
        evening.segments(1);
        allAnswer(evening, listed);
        // Segments for their duration and that of the longest playlist: twenty seconds and a segment that came with it.
        evening.pass(Duration.ofSeconds(16));
        evening.segments(1);
        allAnswer(evening, segments(listed));
        evening.pass(Duration.ofSeconds(4));
        evening.segments(1);
        assertThat(evening.media(segments(listed).iterator().next())).isEmpty();
        evening.writer.close();
        assertThat(evening.memory.activeBuffers()).isZero();
    }

    @Test
    void withoutFilesTheMemoryHoldsIt() {
        var memory = new WindowMemory();
        // By the clock of this machine, because a window that is in memory only has no other.
        var evening = Evening.begin(
                memory, WindowWriter.open(memory, WindowOptions.defaults(), new FirstNumbers(100, 7, false)));
        allAnswer(evening, burst(evening));
        evening.writer.close();
        assertThat(memory.activeBuffers()).isZero();
    }

    @Test
    void noMoreIsKeptThanTheMemoryOfTheNodeHasRoomFor() {
        // One block of the pool is more.
        var memory = new WindowMemory(1 << 20);
        var evening = Evening.begin(
                memory, WindowWriter.open(memory, WindowOptions.defaults(), new FirstNumbers(100, 7, false)));
        burst(evening);
        var held = memory.activeBuffers();
        evening.segments(30);
        assertThat(memory.activeBuffers()).isLessThanOrEqualTo(held);
        evening.writer.close();
    }

    @Test
    void theDiskOfABroadcastIsBoundedAllTheSame() throws IOException {
        var little = WindowOptions.defaults().withListed(Duration.ofSeconds(20), 3000);
        var evening = Evening.begin(LiveFolder.at(root.resolve("live"), limits()), little);
        burst(evening);
        evening.pass(Duration.ofSeconds(6));
        evening.segments(4);
        // Files go a moment after viewers were shown that they are gone.
        Waiting.until("a bounded disk", Duration.ofSeconds(20), () -> bytesOnDisk() < 4000);
        evening.writer.close();
    }

    private long bytesOnDisk() {
        try (var files = Files.list(root.resolve("live/channel/evening-1"))) {
            return files.filter(file -> file.toString().endsWith(".m4s"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was listed while sixty seconds came at once. */
    private static Set<String> burst(Evening evening) {
        evening.session();
        evening.segments(1);
        evening.writer.goLive(Evening.TARGETS);
        evening.segments(10);
        evening.burst();
        var listed = new LinkedHashSet<String>();
        for (int segment = 0; segment < 30; segment++) {
            evening.segments(1);
            for (var playlist : List.of(Entries.SOURCE, Entries.JOINED, Entries.AUDIO)) {
                MEDIA.matcher(evening.playlist(playlist).replaceAll("#EXT-X-PRELOAD.*", ""))
                        .results()
                        .forEach(found -> listed.add(found.group(1)));
            }
        }
        return listed;
    }

    private static Set<String> segments(Set<String> listed) {
        var segments = new LinkedHashSet<>(listed);
        segments.removeIf(uri -> uri.matches(".*\\.\\d+\\.m4s"));
        return segments;
    }

    private static void allAnswer(Evening evening, Set<String> listed) {
        assertThat(listed)
                .allSatisfy(uri -> assertThat(evening.media(uri)).as(uri).isNotEmpty());
    }

    private static WindowOptions shortWayBack() {
        return WindowOptions.inMemory(IN_MEMORY).withListed(IN_MEMORY.plus(SEGMENT.multipliedBy(4)), 1 << 20);
    }

    /** As by default, but the disk of a busy machine is none the slower for it. */
    private static StoreLimits limits() {
        var usual = StoreLimits.defaults();
        return new StoreLimits(
                Duration.ofSeconds(20), usual.queue(), usual.queuedBytes(), 0, usual.journalBytes(), 1 << 20);
    }
}
