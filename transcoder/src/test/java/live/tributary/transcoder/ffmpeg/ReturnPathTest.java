// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.transcoder.ffmpeg.EncoderPause.Cause;
import live.tributary.transcoder.flv.FlvException;
import live.tributary.transcoder.flv.FlvTag;
import live.tributary.transcoder.flv.FlvWriter;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A child that somebody else speaks through: all that its decoder's holes could make it send. */
final class ReturnPathTest {

    private static final RenditionName RUNG = new RenditionName("h360");
    private static final int BITS_PER_SECOND = 1_600_000;
    private static final long START = 60_000;

    /** Three times the rate. */
    private static final int BYTES_PER_SECOND = 600_000;

    @TempDir
    private Path folder;

    private final Flow flow = new Flow();
    private final Returned returned = new Returned();
    private final List<EncoderPause> faults = new ArrayList<>();
    private ReturnPath path;

    @BeforeEach
    void aRunBegins() {
        var plan = new RunPlan(VideoCoder.X264, List.of(), null, null, START, 0);
        path = new ReturnPath(RUNG, BITS_PER_SECOND, plan, flow, returned, faults::add);
        flow.offered(START);
    }

    @Test
    void takesWhatAnEncoderMakesOfTenSeconds() throws Exception {
        flow.offered(START + 10_000);
        send(pictures(300, BYTES_PER_SECOND / 30 - 100));

        assertThat(faults).isEmpty();
        assertThat(returned.pictures(RUNG)).hasSize(300);
    }

    @Test
    void refusesPicturesThatWouldFillTheMemory() throws Exception {
        send(pictures(2, 8_000_000));

        assertThat(faults).containsExactly(new EncoderPause(Cause.GARBAGE, "h360: more than 600000 bytes a second"));
        assertThat(returned.pictures(RUNG)).isEmpty();
    }

    @Test
    void refusesMoreThanTenSecondsAtOnceHoweverLongItKeptQuiet() throws Exception {
        flow.offered(START + 3_600_000);
        send(pictures(12, BYTES_PER_SECOND));

        assertThat(faults).extracting(EncoderPause::cause).containsExactly(Cause.GARBAGE);
        assertThat(returned.pictures(RUNG)).hasSize(9);
    }

    @Test
    void refusesATideOfTagsWithNextToNothingInThem() {
        var allowance = new ReturnAllowance(BITS_PER_SECOND, START);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10 * BYTES_PER_SECOND / 16 + 1; i++) {
                        allowance.take(1, START);
                    }
                })
                .isInstanceOf(FlvException.class);
    }

    @Test
    void refusesRecordAfterRecord() throws Exception {
        var record = new FlvTag.Configuration(0, VideoCodec.AVC, new byte[60_000]);
        var tags = new ArrayList<FlvTag>();
        for (int i = 0; i < 200; i++) {
            tags.add(record);
        }
        send(tags);

        assertThat(faults).extracting(EncoderPause::cause).containsExactly(Cause.GARBAGE);
        assertThat(returned.configurations(RUNG)).hasSizeLessThan(110);
    }

    @Test
    void refusesSoundWherePicturesBelong() throws Exception {
        send(List.of(new FlvTag.Sound(1_000, AudioCodec.AAC, new byte[10])));

        assertThat(faults).extracting(EncoderPause::cause).containsExactly(Cause.GARBAGE);
        assertThat(returned.sound()).isEmpty();
    }

    @Test
    void refusesTimesThatWereNeverSent() throws Exception {
        send(List.of(new FlvTag.Picture(10_000, VideoCodec.AVC, 0, true, new byte[10])));

        assertThat(faults).extracting(EncoderPause::cause).containsExactly(Cause.GARBAGE);
        assertThat(returned.pictures(RUNG)).isEmpty();
    }

    private static List<FlvTag> pictures(int count, int bytes) {
        byte[] data = new byte[bytes];
        var tags = new ArrayList<FlvTag>();
        for (int i = 0; i < count; i++) {
            tags.add(new FlvTag.Picture(Feed.LEAD_MILLIS, VideoCodec.AVC, 0, true, data));
        }
        return tags;
    }

    /** Sends all of it, or as much as is taken. */
    private void send(List<FlvTag> tags) throws IOException, InterruptedException {
        try (var socket = ReturnSocket.open(folder, RUNG)) {
            var child = Thread.ofPlatform().start(() -> writeTo(socket.path(), tags));
            path.readFrom(socket, CompletableFuture.completedFuture(null));
            child.join();
        }
    }

    private static void writeTo(Path socket, List<FlvTag> tags) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            var writer = new FlvWriter(out);
            writer.begin(true, false);
            for (var tag : tags) {
                writer.write(tag);
            }
        } catch (IOException _) {
            // The reader has had enough.
        }
    }
}
