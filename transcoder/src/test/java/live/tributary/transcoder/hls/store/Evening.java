// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.netty.buffer.ByteBuf;

import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.Encoding;
import live.tributary.transcoder.hls.FileRange;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.MediaAnswer;
import live.tributary.transcoder.hls.MediaName;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.MasterName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;
import live.tributary.transcoder.hls.PlaylistForm;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowState;
import live.tributary.transcoder.hls.WindowStore;
import live.tributary.transcoder.hls.WindowTargets;
import live.tributary.transcoder.hls.WindowWriter;

/** A broadcast with files, whose node may die: each life is one of these. */
final class Evening {

    static final Duration PART = Duration.ofMillis(200);
    static final WindowTargets TARGETS = new WindowTargets(Duration.ofSeconds(2), PART, Duration.ofMillis(222));
    static final WindowName NAME = new WindowName("channel", "evening-1");
    static final WindowOptions OPTIONS = WindowOptions.defaults().withListed(Duration.ofMinutes(1), 1 << 20);

    private static final RenditionName SMALLER = new RenditionName("h360");
    private static final VideoFormat PICTURE =
            new VideoFormat("avc1.64001f", 1280, 720, 30, VideoRange.SDR, false, 2_500_000);
    private static final AudioFormat SOUND = new AudioFormat("mp4a.40.2", "aac", 2, 128_000);

    final WindowMemory memory;
    final WindowWriter writer;
    private final Clock clock;
    private Instant date;
    private int partsSoFar;

    /** The time of viewers: that of the media, unless a test lets it stand still. */
    static final class Clock {
        private Duration now = Duration.ofHours(1);
        private boolean stands;

        long nanoTime() {
            return now.toNanos();
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private Evening(WindowMemory memory, WindowWriter writer, Clock clock, Instant date) {
        this.memory = memory;
        this.writer = writer;
        this.clock = clock;
        this.date = date;
    }

    /** One whose windows show nothing before their files have it: media come faster here than a busy disk takes them. */
    static LiveFolder patientFolder(Path root) {
        var defaults = StoreLimits.defaults();
        return LiveFolder.at(
                root,
                new StoreLimits(
                        Duration.ofSeconds(20),
                        defaults.queue(),
                        defaults.queuedBytes(),
                        0,
                        defaults.journalBytes(),
                        defaults.unwrittenJournalBytes()));
    }

    static Evening begin(LiveFolder folder, WindowOptions options) throws IOException {
        return begin(new WindowMemory(), folder, options);
    }

    /** One beside others, that has files. */
    static Evening begin(WindowMemory memory, LiveFolder folder) throws IOException {
        return begin(memory, folder, OPTIONS);
    }

    private static Evening begin(WindowMemory memory, LiveFolder folder, WindowOptions options) throws IOException {
        return begin(memory, options, folder.open(NAME));
    }

    static Evening begin(WindowMemory memory, WindowOptions options, WindowStore store) {
        var clock = new Clock();
        var first = new FirstNumbers(100, 7, false);
        var writer = WindowWriter.open(memory, options, first, store, clock::nanoTime);
        return new Evening(memory, writer, clock, Instant.parse("2026-11-25T12:00:00.123Z"));
    }

    /** One whose window is of another kind. */
    static Evening begin(WindowMemory memory, WindowWriter writer) {
        return new Evening(memory, writer, new Clock(), Instant.parse("2026-11-25T12:00:00.123Z"));
    }

    /** Another node, after this one was killed. Nothing is closed: that is what a kill is. */
    Optional<Evening> resume(LiveFolder folder, WindowOptions options) throws IOException {
        var nextMemory = new WindowMemory();
        return folder.resume(NAME)
                .flatMap(
                        left -> WindowWriter.resume(nextMemory, options, left.entries(), left.store(), clock::nanoTime))
                .map(again -> new Evening(nextMemory, again, clock, date.plusSeconds(5)));
    }

    void session() {
        writer.beginSession();
        writer.configure(RenditionName.SOURCE, PICTURE, bytes("init picture"));
        writer.configure(RenditionName.AUDIO, SOUND, bytes("init sound"));
        writer.configureJoined(RenditionName.SOURCE, bytes("init both"));
    }

    /** A smaller picture, which no encoder makes. */
    void offerSmaller() {
        writer.offer(SMALLER, new VideoFormat("avc1.64001e", 640, 360, 30, VideoRange.SDR, false, 600_000));
    }

    String master() {
        return text(
                window().master(new MasterName(View.CANONICAL), Encoding.PLAIN).orElseThrow());
    }

    void segments(int count) {
        for (int i = 0; i < count; i++) {
            open();
            parts(10);
            close();
        }
    }

    void open() {
        writer.openSegment(date, false);
    }

    void parts(int count) {
        for (int i = 0; i < count; i++) {
            add(RenditionName.SOURCE, i == 0);
            add(RenditionName.AUDIO, true);
            // Sound that comes after its picture was shown goes into the next joined part.
            publish();
            date = date.plus(PART);
            if (!clock.stands) {
                clock.pass(PART);
            }
            partsSoFar++;
        }
    }

    /** From now on media come at once: a line has healed. */
    void burst() {
        clock.stands = true;
    }

    /** Nothing comes meanwhile. */
    void pass(Duration time) {
        clock.pass(time);
    }

    void lateSound() {
        add(RenditionName.AUDIO, true);
        publish();
    }

    private void add(RenditionName rendition, boolean independent) {
        var content = bytes("%s %d;".formatted(rendition, partsSoFar));
        var part = writer.newPart(content.length);
        part.bytes().put(content);
        writer.addPart(rendition, part, PART, independent);
    }

    void close() {
        var whole = Duration.ofSeconds(2);
        writer.closeSegment(Map.of(RenditionName.SOURCE, whole, RenditionName.AUDIO, whole));
        publish();
    }

    void goLive() {
        awaitShown(() -> writer.goLive(TARGETS));
    }

    void end() {
        awaitShown(writer::end);
    }

    private void publish() {
        if (window().state() == WindowState.STARTING) {
            writer.publish();
        } else {
            awaitShown(writer::publish);
        }
    }

    /** Waits until viewers see what is done, which is when it is written. */
    private void awaitShown(Runnable change) {
        var shown = new CountDownLatch(1);
        window().listen(_ -> shown.countDown());
        change.run();
        Stored.await(shown, writer::timePassed);
    }

    LiveWindow window() {
        return writer.window();
    }

    String playlist(PlaylistName name) {
        return text(window().playlist(name, PlaylistForm.FULL, Encoding.PLAIN).orElseThrow());
    }

    String delta(PlaylistName name) {
        return text(window().playlist(name, PlaylistForm.DELTA, Encoding.PLAIN).orElseThrow());
    }

    /** What an address answers: the bytes, wherever they lie; empty when it answers with "no". */
    String media(String uri) {
        var answer = switch (MediaName.parse(uri).orElseThrow()) {
            case PartName part -> window().part(part);
            case SegmentName segment -> window().segment(segment);
            case InitName init -> window().init(init);
            case MediaName other -> throw new IllegalArgumentException(other.path());
        };
        return switch (answer) {
            case MediaAnswer.Found(var bytes, var _) -> text(bytes);
            case MediaAnswer.Stored(var ranges, var _) ->
                String.join("", ranges.stream().map(Evening::read).toList());
            case MediaAnswer.Awaited _, MediaAnswer.Absent _ -> "";
        };
    }

    /** Whether only files hold the segment of this address. */
    boolean isStored(String uri) {
        var answer = window().segment((SegmentName) MediaName.parse(uri).orElseThrow());
        if (answer instanceof MediaAnswer.Found(var bytes, var _)) {
            bytes.release();
        }
        return answer instanceof MediaAnswer.Stored;
    }

    private static String read(FileRange range) {
        try (var file = FileChannel.open(range.file())) {
            var bytes = ByteBuffer.allocate(range.length());
            file.read(bytes, range.position());
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        } catch (IOException _) {
            return "";
        }
    }

    private static String text(ByteBuf buffer) {
        try {
            return buffer.toString(StandardCharsets.US_ASCII);
        } finally {
            buffer.release();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
