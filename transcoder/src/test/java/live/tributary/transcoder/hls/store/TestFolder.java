// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowStore;

/** A folder of windows on a disk that can be made bad, and all the buffers that its stores were given. */
final class TestFolder {

    static final WindowName NAME = new WindowName("channel", "evening-1");
    static final Duration LONG = Duration.ofSeconds(20);
    static final int QUEUED_BYTES = 1000;
    static final StoreLimits PATIENT = limits(LONG);
    static final StoreLimits HASTY = limits(Duration.ofMillis(1));

    final TestDisk disk = new TestDisk();
    private final Path root;
    private final List<ByteBuf> handedOver = new ArrayList<>();

    TestFolder(Path root) {
        this.root = root;
    }

    private static StoreLimits limits(Duration patience) {
        return new StoreLimits(patience, Duration.ofSeconds(2), QUEUED_BYTES, 1 << 20, 4096, 2000);
    }

    Path root() {
        return root;
    }

    /** As a node finds it that has just started. */
    LiveFolder folder(StoreLimits limits) {
        return new LiveFolder(root, limits, disk, System::nanoTime);
    }

    /** Parts of one segment, one after the other. */
    void write(WindowStore store, long msn, String... parts) {
        var offset = 0;
        for (var part : parts) {
            writeAt(store, msn, offset, part);
            offset += part.length();
        }
    }

    void writeAt(WindowStore store, long msn, int offset, String part) {
        writeAt(store, file(msn), offset, part, List.of(Entries.part(msn, offset, part.length())));
    }

    /** One of which the journal says nothing. */
    void writeAt(WindowStore store, SegmentFile file, int offset, String part) {
        writeAt(store, file, offset, part, List.of());
    }

    private void writeAt(WindowStore store, SegmentFile file, int offset, String part, List<WindowEntry> entries) {
        var bytes = Unpooled.directBuffer().writeBytes(part.getBytes(StandardCharsets.US_ASCII));
        handedOver.add(bytes);
        var piece = new FilePiece(file, offset, part.length());
        Stored.write(store, List.of(new MediaBytes(piece, bytes, Entries.PART)), entries);
    }

    /** Waits until stores hold on to nothing any more. */
    void awaitBuffers() {
        Waiting.until("the buffers", LONG, () -> handedOver.stream().allMatch(buffer -> buffer.refCnt() == 0));
    }

    static SegmentFile file(long msn) {
        return new SegmentFile(Entries.SESSION, RenditionName.SOURCE, msn);
    }

    static String content(WindowStore store, long msn) {
        return content(store, file(msn));
    }

    static String content(WindowStore store, SegmentFile file) {
        try {
            return Files.readString(store.path(file));
        } catch (IOException _) {
            return "";
        }
    }

    static List<WindowEntry> parts(List<WindowEntry> entries) {
        return entries.stream().filter(PartAdded.class::isInstance).toList();
    }
}
