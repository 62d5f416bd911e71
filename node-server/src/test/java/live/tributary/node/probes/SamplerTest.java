// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import live.tributary.federation.http.Outcome;
import live.tributary.federation.signature.Headers;

import static org.assertj.core.api.Assertions.assertThat;

final class SamplerTest {

    private static final URI MEDIA = URI.create("https://pond.example/live/low/media.m3u8");
    private static final URI FIRST = URI.create("https://pond.example/live/low/1.m4s");
    private static final URI SECOND = URI.create("https://pond.example/live/2.m4s");
    private static final String PLAYLIST = "#EXTM3U\n#EXTINF:2,\n1.m4s\n#EXTINF:2,\n../2.m4s\n";
    private static final String ONE_SEGMENT = "#EXTM3U\n#EXTINF:2,\n1.m4s\n";

    @Test
    void theSamePictureIsTheSameWhateverIsAroundIt() {
        var before = sample(PLAYLIST, SECOND, segment(9, 7, Sampler.SAMPLE_BYTES));
        assertThat(before)
                .isInstanceOfSatisfying(
                        Sample.Taken.class, taken -> assertThat(taken.hash()).matches("[0-9a-f]{64}"));
        assertThat(sample(ONE_SEGMENT, FIRST, segment(200, 7, Sampler.SAMPLE_BYTES + 50)))
                .isEqualTo(before);
        assertThat(sample(PLAYLIST, SECOND, segment(9, 8, Sampler.SAMPLE_BYTES)))
                .isInstanceOf(Sample.Taken.class)
                .isNotEqualTo(before);
    }

    @Test
    void ofTooLittleNothingIsTold() {
        assertThat(sample(PLAYLIST, SECOND, segment(9, 7, Sampler.SAMPLE_BYTES - 1)))
                .isEqualTo(new Sample.Nothing("the beginning of its segment holds too little media"));
        assertThat(sample("#EXTM3U\n#EXT-X-PART:URI=\"p\"\n", SECOND, new byte[0]))
                .isEqualTo(new Sample.Nothing("the playlist names no segment by itself"));
        assertThat(sample("#EXTM3U\n#EXTINF:2,\n:\\\\\n", SECOND, new byte[0]))
                .isEqualTo(new Sample.Nothing("its segment has no address"));
        assertThat(sample(PLAYLIST, FIRST, new byte[0])).isEqualTo(new Sample.Nothing(SECOND + " answered 404."));
        assertThat(new Sampler(_ -> answered(MEDIA, 503, new byte[0]), _ -> answered(SECOND, 200, new byte[0]))
                        .take(MEDIA))
                .isEqualTo(new Sample.Nothing(MEDIA + " answered 503."));
    }

    /** Of a server that has nothing but these two. */
    private static Sample sample(String playlist, URI address, byte[] segment) {
        var segments = Map.of(address, segment);
        Function<URI, Outcome> beginnings = asked -> segments.containsKey(asked)
                ? answered(asked, 206, segments.get(asked))
                : answered(asked, 404, new byte[0]);
        return new Sampler(asked -> answered(asked, 200, playlist.getBytes(StandardCharsets.UTF_8)), beginnings)
                .take(MEDIA);
    }

    /** @param around bytes of what describes the media
     *  @param media what all of its bytes are */
    private static byte[] segment(int around, int media, int bytes) {
        var segment = ByteBuffer.allocate(8 + around + 8 + bytes)
                .putInt(8 + around)
                .put("moof".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[around])
                .putInt(8 + bytes)
                .put("mdat".getBytes(StandardCharsets.US_ASCII));
        while (segment.hasRemaining()) {
            segment.put((byte) media);
        }
        return segment.array();
    }

    private static Outcome answered(URI address, int status, byte[] body) {
        return new Outcome.Answered(address, InetAddress.ofLiteral("203.0.113.1"), status, Headers.NONE, body);
    }
}
