// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.clip.ReadFragment;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.View;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way of sound in AAC beside sound that not every browser plays: pipeline, a real encoder child, the window. */
final class EncodedSoundTest {

    private static final PlaylistName AAC = new PlaylistName(View.CANONICAL, RenditionName.AAC);
    private static final long LONGEST_UNIT = 1024;

    @TempDir
    Path folder;

    @Test
    void liesBesideTheSourcesSoundInTheSameSegments() throws Exception {
        var clip = Clip.make(folder, "30", "-t 7 -c:v libx264 -preset ultrafast -g 60 -bf 0 -c:a libopus -b:a 96k");
        try (var studio = LadderStudio.open(folder, true)) {
            studio.offerAtItsPace(studio.pipeline().startSession(), clip.inputs());
            assertThat(studio.pipeline().figures().rungs())
                    .filteredOn(made -> made.name().equals(RenditionName.AAC))
                    .singleElement()
                    .satisfies(made -> assertThat(made.running()).isTrue());
            studio.awaitEncoded(AAC);
            studio.end();

            var recorder = studio.recorder();
            var sound = recorder.save(AAC, folder.resolve("aac.mp4"));
            sound.mustDecodeWithoutWarning();
            assertThat(sound.probe("codec_name,channels,sample_rate")).containsExactly("aac,48000,2");
            recorder.save(Recorder.AUDIO, folder.resolve("opus.mp4")).mustDecodeWithoutWarning();
            recorder.save(Recorder.JOINED, folder.resolve("joined.mp4")).mustDecodeWithoutWarning();
            // The first segment was complete before the encoder was asked for.
            assertThat(recorder.playlist(AAC).segments().stream().map(MediaPlaylist.Segment::gap))
                    .containsExactly(true, false, false, false);
            assertBeginTogether(recorder.fragments(Recorder.AUDIO).subList(1, 4), recorder.fragments(AAC));
            assertThat(new PlaylistRules().check(recorder.text(AAC))).isEmpty();
            assertMasterOffersBoth(recorder.master(View.CANONICAL));
            assertThat(recorder.master(View.JOINED)).doesNotContain("mp4a").doesNotContain("aac");
        }
    }

    /** Both count at 48 kHz, so that their times can be compared. */
    private static void assertBeginTogether(List<List<ReadFragment>> source, List<List<ReadFragment>> made) {
        assertThat(made).hasSameSizeAs(source);
        for (int i = 0; i < made.size(); i++) {
            long from = source.get(i).getFirst().baseTime();
            assertThat(made.get(i).getFirst().baseTime()).isBetween(from - LONGEST_UNIT, from + LONGEST_UNIT);
        }
    }

    private static void assertMasterOffersBoth(String master) {
        assertThat(master.lines())
                .anyMatch(line -> line.startsWith("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"opus\",NAME=\"audio\"")
                        && line.contains("URI=\"audio.m3u8\""))
                .anyMatch(line -> line.startsWith("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"audio\"")
                        && line.contains("URI=\"aac.m3u8\""))
                .anyMatch(line ->
                        line.contains(",opus\"") && line.contains("AUDIO=\"opus\"") && line.contains("SCORE=1.0"))
                .anyMatch(line -> line.contains(",mp4a.40.2\"")
                        && line.contains("AUDIO=\"aac\"")
                        && line.contains("SCORE=0.999"));
    }
}
