// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowWriter;

import static live.tributary.transcoder.hls.store.Entries.AUDIO;
import static live.tributary.transcoder.hls.store.Entries.JOINED;
import static live.tributary.transcoder.hls.store.Entries.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

/** Where other streams take most of the memory for media, a window keeps six seconds in it, and twelve again after that. */
class ShortMemoryTest {

    private static final int LIMIT = 20 << 20;
    private static final int MOST_OF_IT = 15 << 20;
    private static final PlaylistRules RULES = new PlaylistRules(Allowance.HOLES);

    @TempDir
    Path root;

    private final WindowMemory memory = new WindowMemory(LIMIT);

    @Test
    void aWindowWithFilesListsAsMuchAsBeforeAndHoldsLess() throws IOException {
        var evening = Evening.begin(memory, Evening.patientFolder(root));
        begin(evening, 25);
        assertThat(inMemory(evening)).isEqualTo(6 + 3);

        try (var _ = evening.writer.newPart(MOST_OF_IT)) {
            assertThat(memory.isShort()).isTrue();
            goOn(evening, 6);
            assertThat(listed(evening)).hasSizeGreaterThan(25);
            assertThat(inMemory(evening)).isEqualTo(3 + 3);
        }

        assertThat(memory.isShort()).isFalse();
        goOn(evening, 6);
        assertThat(inMemory(evening)).isEqualTo(6 + 3);
        evening.writer.close();
        assertThat(memory.activeBuffers()).isZero();
    }

    @Test
    void aWindowWithoutFilesListsSixSeconds() {
        var evening = Evening.begin(
                memory, WindowWriter.open(memory, WindowOptions.defaults(), new FirstNumbers(100, 7, false)));
        begin(evening, 12);
        assertThat(listed(evening)).hasSize(6);

        try (var _ = evening.writer.newPart(MOST_OF_IT)) {
            var before = listed(evening);
            goOn(evening, 1);
            assertThat(listed(evening)).hasSize(3);
            goOn(evening, 2);
            assertThat(before)
                    .as("three target durations after they were listed")
                    .allSatisfy(uri -> assertThat(evening.media(uri)).as(uri).isNotEmpty());
            goOn(evening, 3);
            assertThat(listed(evening)).hasSize(3);
        }

        goOn(evening, 5);
        assertThat(listed(evening)).hasSize(6);
        evening.writer.close();
        assertThat(memory.activeBuffers()).isZero();
    }

    private static void begin(Evening evening, int segments) {
        evening.session();
        evening.segments(1);
        evening.goLive();
        evening.segments(segments);
    }

    /** What was listed before answers until three target durations after, and playlists keep all their rules. */
    private static void goOn(Evening evening, int segments) {
        for (int i = 0; i < segments; i++) {
            var before = playlists(evening);
            var listed = listed(evening);
            evening.segments(1);
            var after = playlists(evening);
            for (int each = 0; each < before.size(); each++) {
                assertThat(RULES.checkSuccession(before.get(each), after.get(each)))
                        .isEmpty();
                assertThat(RULES.check(after.get(each))).isEmpty();
            }
            assertThat(listed)
                    .allSatisfy(uri -> assertThat(evening.media(uri)).as(uri).isNotEmpty());
        }
    }

    private static List<String> playlists(Evening evening) {
        return List.<PlaylistName>of(SOURCE, JOINED, AUDIO).stream()
                .map(evening::playlist)
                .toList();
    }

    private static List<String> listed(Evening evening) {
        return MediaPlaylist.parse(evening.playlist(SOURCE)).segments().stream()
                .map(MediaPlaylist.Segment::uri)
                .toList();
    }

    private static long inMemory(Evening evening) {
        return listed(evening).stream().filter(uri -> !evening.isStored(uri)).count();
    }
}
