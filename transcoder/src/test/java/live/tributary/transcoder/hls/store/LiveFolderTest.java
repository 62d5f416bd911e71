// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaBytes;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.Ended;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;
import live.tributary.transcoder.hls.WindowStore;

import static org.assertj.core.api.Assertions.assertThat;

class LiveFolderTest {

    private static final WindowName NAME = new WindowName("channel", "evening-1");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final StoreLimits PATIENT = new StoreLimits(LONG, Duration.ofSeconds(2), 1 << 20, 4096, 2000);
    private static final StoreLimits HASTY =
            new StoreLimits(Duration.ofMillis(1), Duration.ofSeconds(2), 1 << 20, 4096, 2000);

    @TempDir
    Path root;

    private final TestDisk disk = new TestDisk();
    private final List<ByteBuf> handedOver = new ArrayList<>();

    @AfterEach
    void everyBufferIsGivenBack() {
        Waiting.until("the buffers", LONG, () -> handedOver.stream().allMatch(buffer -> buffer.refCnt() == 0));
    }

    @Test
    void whatIsWrittenIsThereForWhoComesAfterAKill() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        killed.write(List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(killed, 100, "one ", "two ", "three");
        var remembered = folder(PATIENT).resume(NAME).orElseThrow();
        assertThat(content(remembered.store(), 100)).isEqualTo("one two three");
        assertThat(parts(remembered.entries())).hasSize(3);
        assertThat(remembered.store().incompleteUpTo()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whoGoesOnIsRememberedAgain() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        killed.write(List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(killed, 100, "one");
        var again = folder(PATIENT).resume(NAME).orElseThrow().store();
        again.write(List.of(), List.of(Entries.opened(101)));
        write(again, 101, "two");
        var entries = folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(parts(entries)).hasSize(2);
    }

    @Test
    void aPartWhoseBytesAreMissingNeverWas() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        killed.write(List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(killed, 100, "one ", "two ");
        try (var file = Files.newByteChannel(killed.path(file(100)), java.nio.file.StandardOpenOption.WRITE)) {
            file.truncate(7);
        }
        assertThat(parts(folder(PATIENT).resume(NAME).orElseThrow().entries())).hasSize(1);
    }

    @Test
    void nothingBeforeASegmentThatLostBytesIsListed() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        killed.write(List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 103; msn++) {
            killed.write(List.of(), List.of(Entries.opened(msn)));
            write(killed, msn, "one", "two");
        }
        Files.delete(killed.path(file(101)));
        assertThat(folder(PATIENT).resume(NAME).orElseThrow().entries()).endsWith(new FrontMoved(102));
    }

    @Test
    void aFullDiskCostsASegmentAndItsRoomIsGivenBack() throws IOException {
        var store = folder(PATIENT).open(NAME);
        store.write(List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(store, 100, "one");
        disk.room.set(0);
        write(store, 100, "two");
        assertThat(store.incompleteUpTo()).isEqualTo(100);
        assertThat(store.isShortOfSpace()).isTrue();
        assertThat(store.path(file(100))).doesNotExist();
        disk.room.set(Long.MAX_VALUE);
        write(store, 100, "three");
        assertThat(store.path(file(100))).doesNotExist();
        store.write(List.of(), List.of(Entries.opened(101)));
        write(store, 101, "four");
        assertThat(store.incompleteUpTo()).isEqualTo(100);
        // The steps that the disk did not take were written when it took them again.
        var entries = folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(entries).contains(Entries.opened(101)).endsWith(new FrontMoved(101));
    }

    @Test
    void aJournalThatWouldHaveAHoleIsGone() throws IOException {
        var store = folder(PATIENT).open(NAME);
        store.write(List.of(), List.of(Entries.targets()));
        disk.room.set(0);
        for (long msn = 100; msn < 200; msn++) {
            store.write(List.of(), List.of(Entries.opened(msn)));
        }
        assertThat(folder(PATIENT).resume(NAME)).isEmpty();
    }

    @Test
    void aDiskThatDoesNotAnswerHoldsNobodyUp() throws IOException {
        var store = folder(HASTY).open(NAME);
        var answers = disk.hang();
        store.write(List.of(), List.of(Entries.targets(), Entries.opened(100)));
        // Eleven parts of 200 ms: more than the two seconds that may wait.
        for (int part = 0; part < 11; part++) {
            writeAt(store, 100, part * 3, "abc");
        }
        assertThat(store.incompleteUpTo()).isEqualTo(100);
        answers.countDown();
        Waiting.until("what waited", LONG, () -> content(store, 100).length() == 30);
    }

    @Test
    void roomThatIsReservedForOthersIsNotForWindows() throws IOException {
        var store = folder(PATIENT).open(NAME);
        disk.usable.set((1 << 20) - 1);
        Waiting.until("the next look at the disk", LONG, store::isShortOfSpace);
    }

    @Test
    void aJournalGrowsWithItsWindowAndNotWithTheEvening() throws IOException {
        var store = folder(PATIENT).open(NAME);
        store.write(List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 1100; msn++) {
            store.write(List.of(), List.of(Entries.opened(msn)));
            write(store, msn, "part");
            store.write(
                    List.of(),
                    List.of(
                            new TrackClosed(Entries.SOURCE, msn, Duration.ofSeconds(2)),
                            new FrontMoved(msn - 4),
                            new SegmentForgotten(msn - 5)));
        }
        assertThat(Files.size(store.path(file(1)).resolveSibling(WindowFolder.JOURNAL)))
                .isLessThan(10_000);
        var entries = folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(entries).contains(Entries.targets(), new FrontMoved(1095));
        assertThat(parts(entries)).hasSize(5);
        try (var files = Files.list(store.path(file(1)).getParent())) {
            assertThat(files).hasSize(6);
        }
    }

    @Test
    void filesAreForTheNodeAlone() throws IOException {
        var store = folder(PATIENT).open(NAME);
        store.write(List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(store, 100, "one");
        assertThat(permissions(store.path(file(100)))).isEqualTo("rw-------");
        assertThat(permissions(root.resolve("live/channel/evening-1/journal"))).isEqualTo("rw-------");
        assertThat(permissions(root.resolve("live/channel/evening-1"))).isEqualTo("rwx------");
        assertThat(permissions(root.resolve("live"))).isEqualTo("rwx------");
    }

    @Test
    void aClosedWindowLeavesNothing() throws IOException {
        var store = folder(PATIENT).open(NAME);
        store.write(List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(store, 100, "one");
        store.close();
        assertThat(root.resolve("live/channel/evening-1")).doesNotExist();
    }

    @Test
    void whatWasNeverShownOrEndedIsNotGoneOnWith() throws IOException {
        folder(PATIENT).open(NAME).write(List.of(), List.of(Entries.opened(100)));
        assertThat(folder(PATIENT).resume(NAME)).isEmpty();
        folder(PATIENT).open(NAME).write(List.of(), List.of(Entries.targets(), new Ended()));
        assertThat(folder(PATIENT).resume(NAME)).isEmpty();
        assertThat(root.resolve("live/channel/evening-1")).doesNotExist();
    }

    @Test
    void leftoversOfOtherBroadcastsGo() throws IOException {
        var alive = new WindowName("channel", "evening-2");
        folder(PATIENT).open(NAME);
        folder(PATIENT).open(alive);
        folder(PATIENT).open(new WindowName("closed", "evening-1"));
        Files.createFile(root.resolve("live/channel/stray"));
        folder(PATIENT).keepOnly(Set.of(alive));
        try (var channels = Files.list(root.resolve("live"));
                var windows = Files.list(root.resolve("live/channel"))) {
            assertThat(channels).containsExactly(root.resolve("live/channel"));
            assertThat(windows).containsExactly(root.resolve("live/channel/evening-2"));
        }
    }

    private LiveFolder folder(StoreLimits limits) {
        return new LiveFolder(root.resolve("live"), limits, disk);
    }

    private void write(WindowStore store, long msn, String... parts) {
        var offset = 0;
        for (var part : parts) {
            writeAt(store, msn, offset, part);
            offset += part.length();
        }
    }

    private void writeAt(WindowStore store, long msn, int offset, String part) {
        var bytes = Unpooled.directBuffer().writeBytes(part.getBytes(StandardCharsets.US_ASCII));
        handedOver.add(bytes);
        var piece = new FilePiece(file(msn), offset, part.length());
        store.write(
                List.of(new MediaBytes(piece, bytes, Entries.PART)), List.of(Entries.part(msn, offset, part.length())));
    }

    private static SegmentFile file(long msn) {
        return new SegmentFile(Entries.SESSION, RenditionName.SOURCE, msn);
    }

    private static String content(WindowStore store, long msn) {
        try {
            return Files.readString(store.path(file(msn)));
        } catch (IOException _) {
            return "";
        }
    }

    private static List<WindowEntry> parts(List<WindowEntry> entries) {
        return entries.stream().filter(PartAdded.class::isInstance).toList();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
