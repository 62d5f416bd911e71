// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.netty.buffer.ByteBuf;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

/** A broadcast as a packager would write it, with dates and session names that a test knows beforehand. */
final class TestBroadcast implements AutoCloseable {

    static final PlaylistName SOURCE = new PlaylistName(View.CANONICAL, RenditionName.SOURCE);
    static final PlaylistName JOINED = new PlaylistName(View.JOINED, RenditionName.SOURCE);
    static final PlaylistName AUDIO = new PlaylistName(View.CANONICAL, RenditionName.AUDIO);
    static final Duration PART = Duration.ofMillis(200);
    static final WindowTargets TARGETS = new WindowTargets(Duration.ofSeconds(2), PART, Duration.ofMillis(222));
    static final VideoFormat PICTURE = new VideoFormat("avc1.64001f", 1280, 720, 30, VideoRange.SDR, false, 2_500_000);
    static final AudioFormat SOUND = new AudioFormat("mp4a.40.2", "aac", 2, 128_000);

    /** Ten access units of AAC at 48 kHz, then nine: what fits beside 200 ms of picture. */
    private static final Duration[] SOUND_PARTS = {Duration.ofNanos(213_333_333), Duration.ofMillis(192)};

    final WindowMemory memory = new WindowMemory();
    final WindowWriter writer;
    private Instant date = Instant.parse("2026-11-25T12:00:00.123Z");
    private boolean hasPicture;
    private boolean hasSound;
    private int partsSoFar;

    TestBroadcast() {
        this(WindowOptions.defaults(), new FirstNumbers(100, 7, false));
    }

    TestBroadcast(WindowOptions options, FirstNumbers first) {
        writer = WindowWriter.open(memory, options, first, new MemoryOnly(), new Random(1), this::nanoTime);
    }

    /** Media come as fast as they last. */
    private long nanoTime() {
        return Duration.between(Instant.EPOCH, date).toNanos();
    }

    static TestBroadcast withPictureAndSound() {
        var broadcast = new TestBroadcast();
        broadcast.session(PICTURE, SOUND);
        return broadcast;
    }

    /** A publisher connection. */
    void session(VideoFormat picture, AudioFormat sound) {
        writer.beginSession();
        picture(picture);
        sound(sound);
        writer.configureJoined(RenditionName.SOURCE, bytes("init picture and sound"));
    }

    void picture(VideoFormat format) {
        hasPicture = true;
        writer.configure(RenditionName.SOURCE, format, bytes("init picture"));
    }

    void sound(AudioFormat format) {
        hasSound = true;
        writer.configure(RenditionName.AUDIO, format, bytes("init sound"));
    }

    /** The camera is gone; sound goes on. */
    void loseThePicture() {
        hasPicture = false;
        writer.remove(RenditionName.SOURCE);
    }

    void open(boolean discontinuity) {
        writer.openSegment(date, discontinuity);
    }

    /** One part in every rendition; the first one of a segment is independent. */
    void part(Duration duration, boolean independent) {
        if (hasPicture) {
            add(RenditionName.SOURCE, duration, independent);
        }
        if (hasSound) {
            add(RenditionName.AUDIO, hasPicture ? SOUND_PARTS[partsSoFar % 2] : duration, true);
        }
        partsSoFar++;
        date = date.plus(duration);
        writer.publish();
    }

    void add(RenditionName rendition, Duration duration, boolean independent) {
        var content = bytes(rendition + " " + partsSoFar + ";");
        var part = writer.newPart(content.length);
        part.bytes().put(content);
        writer.addPart(rendition, part, duration, independent);
    }

    void parts(int count) {
        for (int i = 0; i < count; i++) {
            part(PART, i == 0);
        }
    }

    void close(Duration duration) {
        writer.closeSegment(Map.of(RenditionName.SOURCE, duration, RenditionName.AUDIO, duration));
        writer.publish();
    }

    /** Closed segments of two seconds, ten parts each. */
    void segments(int count) {
        for (int i = 0; i < count; i++) {
            open(false);
            parts(10);
            close(Duration.ofSeconds(2));
        }
    }

    void pause(Duration duration) {
        date = date.plus(duration);
    }

    LiveWindow window() {
        return writer.window();
    }

    String playlist(PlaylistName name) {
        return text(window().playlist(name, PlaylistForm.FULL, Encoding.PLAIN));
    }

    String delta(PlaylistName name) {
        return text(window().playlist(name, PlaylistForm.DELTA, Encoding.PLAIN));
    }

    String master(View view) {
        return text(window().master(new MediaName.MasterName(view), Encoding.PLAIN));
    }

    /** The text, its buffer released; "none" when there is none. */
    static String text(Optional<ByteBuf> buffer) {
        return buffer.map(TestBroadcast::text).orElse("none");
    }

    static String text(ByteBuf buffer) {
        try {
            return buffer.toString(StandardCharsets.UTF_8);
        } finally {
            buffer.release();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        writer.close();
    }
}
