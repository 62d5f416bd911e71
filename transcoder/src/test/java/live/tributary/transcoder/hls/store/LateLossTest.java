// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowStore;

import static org.assertj.core.api.Assertions.assertThat;

/** A file that was written is lost, when only it holds a segment. */
class LateLossTest {

    private static final PlaylistName SOURCE = new PlaylistName(View.CANONICAL, RenditionName.SOURCE);
    private static final PlaylistRules RULES = new PlaylistRules(Allowance.HOLES);

    @TempDir
    Path root;

    private Losing store;
    private Evening evening;
    private String before = "";

    /** Keeps all that it is given, and says of some of it that it does not. */
    private record Losing(WindowStore store, Set<Long> lost) implements WindowStore {

        @Override
        public void write(List<MediaBytes> media, List<WindowEntry> entries, Runnable written) {
            store.write(media, entries, written);
        }

        @Override
        public void timePassed() {
            store.timePassed();
        }

        @Override
        public boolean holds(SegmentFile file) {
            return !lost.contains(file.msn()) && store.holds(file);
        }

        @Override
        public long losses() {
            return lost.size();
        }

        @Override
        public boolean isShortOfSpace() {
            return false;
        }

        @Override
        public Path path(SegmentFile file) {
            return store.path(file);
        }

        @Override
        public CompletableFuture<Void> leave() {
            return store.leave();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @BeforeEach
    void twentySegmentsOfWhichTheFirstAreInFilesOnly() throws IOException {
        store = new Losing(Evening.patientFolder(root).open(Evening.NAME), new HashSet<>());
        evening = Evening.begin(new WindowMemory(), Evening.OPTIONS, store);
        evening.session();
        evening.segments(1);
        evening.goLive();
        evening.segments(19);
        before = evening.playlist(SOURCE);
        assertThat(before).contains("/105.m4s");
        store.lost.add(105L);
        evening.segments(1);
    }

    @AfterEach
    void close() {
        evening.writer.close();
    }

    @Test
    void isToldToWhoReadsDeltas() {
        assertThat(gaps(evening.playlist(SOURCE))).containsExactly(105L);
        assertThat(RULES.checkDelta(before, evening.delta(SOURCE), evening.playlist(SOURCE)))
                .isEmpty();
    }

    @Test
    void isToldAsLongAsItIsListed() {
        evening.segments(5);
        store.lost.add(110L);
        evening.segments(1);
        assertThat(gaps(evening.delta(SOURCE))).containsExactly(105L, 110L);
    }

    private static List<Long> gaps(String playlist) {
        return MediaPlaylist.parse(playlist).segments().stream()
                .filter(MediaPlaylist.Segment::gap)
                .map(MediaPlaylist.Segment::msn)
                .toList();
    }
}
