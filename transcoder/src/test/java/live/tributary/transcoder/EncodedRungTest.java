// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.View;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way of a smaller picture: pipeline, a real encoder child, the window. */
final class EncodedRungTest {

    private static final RenditionName SMALL = new RenditionName("h360");
    private static final PlaylistName SMALL_LIST = new PlaylistName(View.CANONICAL, SMALL);
    private static final PlaylistName SMALL_JOINED = new PlaylistName(View.JOINED, SMALL);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-bf 0", "-bf 3 -b_strategy 0"})
    void isTheSamePictureInTheSameSegmentsAndDecodes(String reordering) throws Exception {
        var clip = Clip.make(
                folder, "30", "-t 9 -s 1280x720 -c:v libx264 -preset ultrafast -g 60 " + reordering + " -c:a aac");
        try (var studio = LadderStudio.open(folder, true)) {
            studio.offerAtItsPace(studio.pipeline().startSession(), clip.inputs());
            studio.awaitEncoded(SMALL_LIST);
            studio.end();

            var recorder = studio.recorder();
            var small = recorder.save(SMALL_LIST, folder.resolve("small.mp4"));
            small.mustDecodeWithoutWarning();
            recorder.save(SMALL_JOINED, folder.resolve("joined.mp4")).mustDecodeWithoutWarning();
            assertThat(small.probe("width,height")).containsExactly("640,360");
            // The first segment was complete before the encoder was asked for.
            assertThat(recorder.playlist(SMALL_LIST).segments().stream().map(MediaPlaylist.Segment::gap))
                    .containsExactly(true, false, false, false, false);
            // The last frames, of a part and of what a decoder holds back, are underway when the broadcast ends.
            assertThat(small.pictureHashes()).hasSizeBetween(195, 210);
            assertThat(new PlaylistRules().check(recorder.text(SMALL_LIST))).isEmpty();
            int level = Integer.parseInt(small.probe("level").getFirst());
            assertThat(recorder.master(View.CANONICAL)).contains("avc1.6400%02x".formatted(level));
        }
    }

    @Test
    void isMadeOnlyWhileSomebodyAsksForIt() throws Exception {
        var clip = Clip.make(folder, "30", "-t 9 -s 1280x720 -c:v libx264 -preset ultrafast -g 60 -bf 0 -c:a aac");
        try (var studio = LadderStudio.open(folder, false)) {
            var session = studio.pipeline().startSession();
            int half = clip.inputs().size() / 2;
            studio.offerAtItsPace(session, clip.inputs().subList(0, half));
            studio.awaitLive();
            var recorder = studio.recorder();
            recorder.text(SMALL_LIST);
            studio.offerAtItsPace(
                    session, clip.inputs().subList(half, clip.inputs().size()));
            studio.awaitEncoded(SMALL_LIST);
            studio.end();
            assertThat(recorder.playlist(SMALL_LIST).segments().stream().map(MediaPlaylist.Segment::gap))
                    .startsWith(true)
                    .endsWith(false);
        }
    }
}
