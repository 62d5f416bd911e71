// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.ingest.rtmp.AudioCodec;
import live.tributary.ingest.rtmp.AudioFrame;
import live.tributary.ingest.rtmp.MediaTag;
import live.tributary.ingest.rtmp.OneKey;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.Recording;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.TagText;
import live.tributary.ingest.rtmp.VideoCodec;
import live.tributary.ingest.rtmp.VideoFrame;
import live.tributary.ingest.rtmp.client.Cuts;
import live.tributary.ingest.rtmp.client.Sessions;

import static org.assertj.core.api.Assertions.assertThat;

/** What real encoders said once, replayed in every way a network may cut it. */
class RecordedSessionsTest {

    /** The counts are those FFmpeg and GStreamer were told to send; audio as ffprobe counts it in a recorded file. */
    @ParameterizedTest
    @CsvSource({
        "ffmpeg5-avc-aac, AVC, 15, AAC, 48",
        "ffmpeg8-hevc-opus, HEVC, 15, OPUS, 51",
        "ffmpeg8-av1-ac3, AV1, 15, AC3, 32",
        "gstreamer-avc-aac, AVC, 6, AAC, 9"
    })
    void readsTheSameHoweverItIsCut(String name, VideoCodec video, int pictures, AudioCodec audio, int sounds) {
        byte[] session = Sessions.recorded(name);
        List<MediaTag> whole = replay(List.of(session));
        assertThat(frames(whole, VideoFrame.class)).hasSize(pictures).allMatch(frame -> frame.codec() == video);
        assertThat(frames(whole, AudioFrame.class)).hasSize(sounds).allMatch(frame -> frame.codec() == audio);
        for (List<byte[]> pieces : Cuts.of(session)) {
            assertThat(texts(replay(pieces))).isEqualTo(texts(whole));
        }
    }

    private static List<MediaTag> replay(List<byte[]> pieces) {
        var node = new OneKey();
        var time = new Peer.Time();
        var server = Peer.server(node, RtmpLimits.DEFAULTS, time);
        try (var peer = new Peer(server, time, new InetSocketAddress("192.0.2.7", 40_000))) {
            peer.send(pieces);
            assertThat(node.recordings()).hasSize(1);
            Recording recording = node.recordings().getFirst();
            assertThat(recording.endKind()).contains(PublicationEnd.Kind.CLEAN);
            return recording.tags();
        }
    }

    private static List<String> texts(List<MediaTag> tags) {
        return tags.stream().map(TagText::of).toList();
    }

    private static <T extends MediaTag> List<T> frames(List<MediaTag> tags, Class<T> kind) {
        return tags.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
