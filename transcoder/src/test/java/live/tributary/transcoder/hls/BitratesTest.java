// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static live.tributary.transcoder.hls.TestBroadcast.PART;
import static live.tributary.transcoder.hls.TestBroadcast.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;

class BitratesTest {

    private final TestBroadcast broadcast = new TestBroadcast();

    @AfterEach
    void close() {
        broadcast.close();
    }

    @Test
    void believesThePublisherWithAMarginUntilThreeSegmentsWereMeasured() {
        picture(1_000_000);
        segment(250_000);
        broadcast.writer.goLive(TARGETS);
        assertThat(master()).contains("BANDWIDTH=1300000,AVERAGE-BANDWIDTH=1000000,");
        segment(500_000);
        broadcast.writer.publish();
        assertThat(master()).contains("BANDWIDTH=1300000,AVERAGE-BANDWIDTH=1000000,");
        segment(750_000);
        broadcast.writer.publish();
        // The highest segment is 3 Mb/s, the mean of three 2 Mb/s.
        assertThat(master()).contains("BANDWIDTH=3300000,AVERAGE-BANDWIDTH=2000000,");
    }

    @Test
    void measuresAPublisherThatAnnouncedNothing() {
        picture(0);
        segment(250_000);
        broadcast.writer.goLive(TARGETS);
        assertThat(master()).contains("BANDWIDTH=1300000,AVERAGE-BANDWIDTH=1000000,");
    }

    @Test
    void keepsItsPromiseUntilItIsOffByAQuarter() {
        picture(0);
        for (int i = 0; i < 3; i++) {
            segment(250_000);
        }
        broadcast.writer.goLive(TARGETS);
        assertThat(master()).contains("BANDWIDTH=1100000,AVERAGE-BANDWIDTH=1000000,");
        segment(300_000);
        broadcast.writer.publish();
        assertThat(master()).contains("BANDWIDTH=1100000,AVERAGE-BANDWIDTH=1000000,");
        segment(400_000);
        broadcast.writer.publish();
        assertThat(master()).contains("BANDWIDTH=1760000,AVERAGE-BANDWIDTH=1160000,");
    }

    private String master() {
        return broadcast.master(View.CANONICAL);
    }

    private void picture(int announcedBitsPerSecond) {
        broadcast.picture(new VideoFormat("avc1.64001f", 640, 360, 0, VideoRange.SDR, false, announcedBitsPerSecond));
    }

    /** Two seconds with that many bytes. */
    private void segment(int bytes) {
        broadcast.open(false);
        var part = broadcast.writer.newPart(bytes);
        part.bytes().position(bytes);
        broadcast.writer.addPart(RenditionName.SOURCE, part, PART, true);
        broadcast.writer.closeSegment(Map.of(RenditionName.SOURCE, Duration.ofSeconds(2)));
    }
}
