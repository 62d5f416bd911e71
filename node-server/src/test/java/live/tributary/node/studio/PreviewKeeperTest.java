// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.TestClock;
import live.tributary.node.kernel.ChannelId;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.Codec;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.media.WireTime;

import static org.assertj.core.api.Assertions.assertThat;

class PreviewKeeperTest {

    private static final ChannelId CHANNEL = ChannelId.parse("0123456789ab").orElseThrow();
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration TURN = PreviewKeeper.WATCHED_INTERVAL;
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffc0001108016802800301220002110103110100");

    private final TestClock clock = new TestClock();
    private final Timers timers = new Timers();
    private final Preview preview = new Preview();
    private int painted;

    @AfterEach
    void stop() {
        timers.close();
    }

    @Test
    void makesTheFirstStillAsSoonAsThereIsAKeyFrame() {
        turn();
        assertThat(preview.picture()).isEmpty();
        describe(VideoCodec.AVC);
        keyFrame();
        turn();
        assertThat(preview.picture()).hasValueSatisfying(picture -> {
            assertThat(picture.size()).isEqualTo(new JpegSize(640, 360));
            assertThat(picture.path()).startsWith("/live/0123456789ab/preview.jpg?v=");
        });
    }

    @Test
    void hasASmallAndALargeOne() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1_280, 720, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        var keeper = new PreviewKeeper((_, _) -> Optional.of(bytes.toByteArray()), INTERVAL, timers, clock);
        describe(VideoCodec.AVC);
        keyFrame();
        keeper.renew(CHANNEL, preview);
        assertThat(preview.picture()).hasValueSatisfying(picture -> {
            assertThat(picture.size()).isEqualTo(new JpegSize(640, 360));
            assertThat(JpegSize.of(picture.jpeg())).hasValue(picture.size());
            assertThat(picture.large()).isEqualTo(bytes.toByteArray());
        });
    }

    @Test
    void makesAnotherEachHalfMinuteWhileNobodyLooks() {
        liveFor(Duration.ofMinutes(2));
        assertThat(painted).isEqualTo(5);
    }

    @Test
    void makesOneEachTurnWhileSomebodyLooks() {
        liveFor(TURN);
        preview.asked(clock.instant());
        var before = painted;
        liveFor(Duration.ofSeconds(20));
        assertThat(painted).isEqualTo(before + 3);
        liveFor(Duration.ofMinutes(2));
        assertThat(painted).as("and not once they have gone").isLessThan(before + 3 + 6);
    }

    @Test
    void makesNoneOfAFrameThatIsShownAlready() {
        describe(VideoCodec.AVC);
        keyFrame();
        turn();
        clock.advance(Duration.ofMinutes(10));
        turn();
        assertThat(painted).isEqualTo(1);
    }

    @Test
    void leavesTheOldStillWhereANewOneFails() {
        liveFor(Duration.ZERO);
        var before = preview.picture().orElseThrow();
        var broken = new PreviewKeeper((_, _) -> Optional.empty(), INTERVAL, timers, clock);
        clock.advance(INTERVAL);
        keyFrame();
        broken.renew(CHANNEL, preview);
        var scribbling = new PreviewKeeper((_, _) -> Optional.of(new byte[] {1, 2, 3}), INTERVAL, timers, clock);
        scribbling.renew(CHANNEL, preview);
        assertThat(preview.picture()).containsSame(before);
    }

    @Test
    void looksOnlyAtKeyFramesOfTheSourceThatAreDescribed() {
        keyFrame();
        describe(VideoCodec.HEVC);
        keyFrame();
        preview.note(frame(0, VideoCodec.HEVC, false));
        preview.note(frame(1, VideoCodec.HEVC, true));
        preview.note(frame(0, AudioCodec.AAC, true));
        preview.note(StreamHints.NONE);
        assertThat(preview.newest()).isEmpty();
        preview.note(frame(0, VideoCodec.HEVC, true));
        assertThat(preview.newest())
                .hasValueSatisfying(
                        frame -> assertThat(frame.configuration().codec()).isEqualTo(VideoCodec.HEVC));
    }

    private void liveFor(Duration time) {
        describe(VideoCodec.AVC);
        var end = clock.instant().plus(time);
        keyFrame();
        turn();
        while (clock.instant().isBefore(end)) {
            clock.advance(TURN);
            keyFrame();
            turn();
        }
    }

    private void turn() {
        var keeper = new PreviewKeeper(
                (_, _) -> {
                    painted++;
                    return Optional.of(JPEG);
                },
                INTERVAL,
                timers,
                clock);
        keeper.renew(CHANNEL, preview);
    }

    private void describe(VideoCodec codec) {
        preview.note(new TrackConfiguration(0, codec, new byte[] {1}));
    }

    private void keyFrame() {
        preview.note(frame(0, VideoCodec.AVC, true));
    }

    private AccessUnit frame(int track, Codec codec, boolean key) {
        return new AccessUnit(track, codec, WireTime.ofMilliseconds(0), 0, key, new byte[] {2}, clock.instant());
    }
}
