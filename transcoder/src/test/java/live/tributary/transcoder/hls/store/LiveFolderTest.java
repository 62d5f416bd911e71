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
import java.util.concurrent.CountDownLatch;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    private static final int QUEUED_BYTES = 1000;
    private static final StoreLimits PATIENT =
            new StoreLimits(LONG, Duration.ofSeconds(2), QUEUED_BYTES, 1 << 20, 4096, 2000);
    private static final StoreLimits HASTY =
            new StoreLimits(Duration.ofMillis(1), Duration.ofSeconds(2), QUEUED_BYTES, 1 << 20, 4096, 2000);

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
        Stored.write(killed, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(killed, 100, "one ", "two ", "three");
        var remembered = folder(PATIENT).resume(NAME).orElseThrow();
        assertThat(content(remembered.store(), 100)).isEqualTo("one two three");
        assertThat(parts(remembered.entries())).hasSize(3);
        assertThat(remembered.store().holds(file(100))).isTrue();
    }

    @Test
    void whoGoesOnIsRememberedAgain() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(killed, 100, "one");
        var again = folder(PATIENT).resume(NAME).orElseThrow().store();
        Stored.write(again, List.of(), List.of(Entries.opened(101)));
        write(again, 101, "two");
        var entries = folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(parts(entries)).hasSize(2);
    }

    @Test
    void aPartWhoseBytesAreMissingNeverWas() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(killed, 100, "one ", "two ");
        try (var file = Files.newByteChannel(killed.path(file(100)), java.nio.file.StandardOpenOption.WRITE)) {
            file.truncate(7);
        }
        assertThat(parts(folder(PATIENT).resume(NAME).orElseThrow().entries())).hasSize(1);
    }

    @Test
    void aSegmentThatLostItsFileIsAGapAndThoseBeforeItStay() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 103; msn++) {
            Stored.write(killed, List.of(), List.of(Entries.opened(msn)));
            write(killed, msn, "one", "two");
        }
        Files.delete(killed.path(file(101)));
        var entries = folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(entries).contains(Entries.opened(101)).endsWith(new FrontMoved(100));
        assertThat(parts(entries)).extracting(part -> ((PartAdded) part).msn()).containsExactly(100L, 100L, 102L, 102L);
    }

    @Test
    void gapsAtTheFrontAreNotListed() throws IOException {
        var killed = folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 103; msn++) {
            Stored.write(killed, List.of(), List.of(Entries.opened(msn)));
            write(killed, msn, "one");
        }
        Files.delete(killed.path(file(100)));
        Files.delete(killed.path(file(101)));
        assertThat(folder(PATIENT).resume(NAME).orElseThrow().entries()).endsWith(new FrontMoved(102));
    }

    @Test
    void aFullDiskCostsASegmentAndItsRoomIsGivenBack() throws IOException {
        var store = folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(store, 100, "one");
        disk.room.set(0);
        write(store, 100, "two");
        assertThat(store.holds(file(100))).isFalse();
        assertThat(store.isShortOfSpace()).isTrue();
        assertThat(store.path(file(100))).doesNotExist();
        disk.room.set(Long.MAX_VALUE);
        write(store, 100, "three");
        assertThat(store.path(file(100))).doesNotExist();
        Stored.write(store, List.of(), List.of(Entries.opened(101)));
        write(store, 101, "four");
        assertThat(store.holds(file(101))).isTrue();
        assertThat(store.losses()).isEqualTo(1);
        // The steps that the disk did not take were written when it took them again.
        var entries = folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(entries).contains(Entries.opened(101)).endsWith(new FrontMoved(101));
    }

    @Test
    void aJournalThatWouldHaveAHoleIsGone() throws IOException {
        var store = folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets()));
        disk.room.set(0);
        for (long msn = 100; msn < 200; msn++) {
            Stored.write(store, List.of(), List.of(Entries.opened(msn)));
        }
        assertThat(folder(PATIENT).resume(NAME)).isEmpty();
    }

    @Test
    void aPartThatWasLeftOutLeavesNoFileWithAHole() throws IOException {
        var store = folder(HASTY).open(NAME);
        var answers = disk.hang();
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        // Eleven parts of 200 ms: more than the two seconds that may wait.
        for (int part = 0; part < 11; part++) {
            writeAt(store, 100, part * 3, "abc");
        }
        var sound = new SegmentFile(Entries.SESSION, RenditionName.AUDIO, 100);
        writeAt(store, sound, 0, "sound");
        answers.countDown();
        Waiting.until("what waited", LONG, () -> content(store, sound).equals("sound"));
        assertThat(store.path(file(100))).doesNotExist();
        // Again in time, but behind the hole.
        writeAt(store, 100, 33, "abc");
        Stored.write(
                store,
                List.of(),
                List.of(new TrackClosed(Entries.SOURCE, 100, Duration.ofSeconds(2)), Entries.opened(101)));
        write(store, 101, "whole");
        assertThat(store.holds(file(100))).isFalse();
        Waiting.until("the next segment", LONG, () -> content(store, 101).equals("whole"));
        assertThat(store.path(file(100))).doesNotExist();
        assertThat(store.holds(file(101))).isTrue();
        var entries = folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(parts(entries)).containsExactly(Entries.part(101, 0, 5));
    }

    @Test
    void noRenditionTakesTheRoomOfAnother() throws IOException {
        var store = folder(HASTY).open(NAME);
        var answers = disk.hang();
        var renditions = List.of(
                RenditionName.SOURCE, RenditionName.AUDIO, new RenditionName("h360"), new RenditionName("h480"));
        for (int part = 0; part < 10; part++) {
            for (var rendition : renditions) {
                writeAt(store, new SegmentFile(Entries.SESSION, rendition, 100), part * 3, "abc");
            }
        }
        answers.countDown();
        for (var rendition : renditions) {
            var file = new SegmentFile(Entries.SESSION, rendition, 100);
            Waiting.until("what waited", LONG, () -> content(store, file).length() == 30);
            assertThat(store.holds(file)).isTrue();
        }
    }

    @Test
    void bytesThatWaitAreBoundedForTheWholeBroadcast() throws IOException {
        var store = folder(HASTY).open(NAME);
        var answers = disk.hang();
        var much = "a".repeat(QUEUED_BYTES / 2);
        writeAt(store, 100, 0, much);
        writeAt(store, new SegmentFile(Entries.SESSION, RenditionName.AUDIO, 100), 0, much);
        assertThat(store.losses()).isZero();
        writeAt(store, 101, 0, "a");
        assertThat(store.losses()).isEqualTo(1);
        assertThat(store.holds(file(101))).isFalse();
        answers.countDown();
        Waiting.until("what waited", LONG, () -> content(store, 100).equals(much));
        Waiting.until("the room of it", LONG, () -> {
            writeAt(store, 102, 0, "b");
            return content(store, 102).equals("b");
        });
    }

    @Test
    void whatWaitsForADiskWhenItLeavesTheMemoryIsGivenUp() throws IOException {
        var store = folder(HASTY).open(NAME);
        var answers = disk.hang();
        write(store, 100, "one");
        assertThat(store.holds(file(100))).isFalse();
        answers.countDown();
        write(store, 101, "two");
        Waiting.until("the next segment", LONG, () -> content(store, 101).equals("two"));
        assertThat(store.path(file(100))).doesNotExist();
        assertThat(store.holds(file(100))).isFalse();
    }

    @Test
    @Timeout(60)
    void aFaultCostsTheFilesOfOneBroadcastAndHoldsNobodyUp() throws IOException {
        var folder = folder(PATIENT);
        var store = folder.open(NAME);
        var other = new TestDisk();
        var neighbour = new LiveFolder(root.resolve("other"), PATIENT, other).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(store, 100, "one");
        disk.breakDown();
        // Patience is longer than this test may take: who waits for nothing would be seen.
        for (int part = 1; part < 5; part++) {
            writeAt(store, 100, part * 3, "abc");
        }
        write(neighbour, 100, "fine");
        assertThat(content(neighbour, 100)).isEqualTo("fine");
        Waiting.until("the end of its files", LONG, () -> !store.holds(file(100)));
        assertThat(store.losses()).isPositive();
        Waiting.until("an empty folder", LONG, () -> Files.notExists(root.resolve("live/channel/evening-1")));
        assertThat(folder.resume(NAME)).isEmpty();
        store.close();
    }

    @Test
    void whoWritesDoesNotWaitForTheDiskButViewersDo() throws IOException {
        var store = folder(PATIENT).open(NAME);
        var answers = disk.hang();
        var shown = new CountDownLatch(1);
        store.write(List.of(), List.of(Entries.targets()), shown::countDown);
        store.timePassed();
        assertThat(shown.getCount()).isOne();
        answers.countDown();
        Waiting.until("viewers to see it", LONG, () -> shown.getCount() == 0);
    }

    @Test
    void beforeTheFirstWindowTheDiskOfItsFolderIsAsked() {
        disk.usable.set(0);
        Waiting.until("the answer", LONG, folder(PATIENT)::isShortOfSpace);
        assertThat(disk.asked).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    @Timeout(60)
    void nobodyWaitsForADiskThatDoesNotSayHowMuchRoomItHas() throws IOException {
        var store = folder(PATIENT).open(NAME);
        var answer = disk.hangWhenAsked();
        disk.usable.set(0);
        assertThat(store.isShortOfSpace()).isFalse();
        answer.countDown();
        Waiting.until("the answer", LONG, store::isShortOfSpace);
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
        Stored.write(store, List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 1100; msn++) {
            Stored.write(store, List.of(), List.of(Entries.opened(msn)));
            write(store, msn, "part");
            Stored.write(
                    store,
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
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(store, 100, "one");
        assertThat(permissions(store.path(file(100)))).isEqualTo("rw-------");
        assertThat(permissions(root.resolve("live/channel/evening-1/journal"))).isEqualTo("rw-------");
        assertThat(permissions(root.resolve("live/channel/evening-1"))).isEqualTo("rwx------");
        assertThat(permissions(root.resolve("live"))).isEqualTo("rwx------");
    }

    @Test
    void aClosedWindowLeavesNothing() throws IOException {
        var store = folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        write(store, 100, "one");
        store.close();
        assertThat(root.resolve("live/channel/evening-1")).doesNotExist();
    }

    @Test
    void whatWasNeverShownOrEndedIsNotGoneOnWith() throws IOException {
        Stored.write(folder(PATIENT).open(NAME), List.of(), List.of(Entries.opened(100)));
        assertThat(folder(PATIENT).resume(NAME)).isEmpty();
        Stored.write(folder(PATIENT).open(NAME), List.of(), List.of(Entries.targets(), new Ended()));
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

    private void writeAt(WindowStore store, SegmentFile file, int offset, String part) {
        var bytes = Unpooled.directBuffer().writeBytes(part.getBytes(StandardCharsets.US_ASCII));
        handedOver.add(bytes);
        Stored.write(
                store,
                List.of(new MediaBytes(new FilePiece(file, offset, part.length()), bytes, Entries.PART)),
                List.of());
    }

    private void writeAt(WindowStore store, long msn, int offset, String part) {
        var bytes = Unpooled.directBuffer().writeBytes(part.getBytes(StandardCharsets.US_ASCII));
        handedOver.add(bytes);
        var piece = new FilePiece(file(msn), offset, part.length());
        Stored.write(
                store,
                List.of(new MediaBytes(piece, bytes, Entries.PART)),
                List.of(Entries.part(msn, offset, part.length())));
    }

    private static SegmentFile file(long msn) {
        return new SegmentFile(Entries.SESSION, RenditionName.SOURCE, msn);
    }

    private static String content(WindowStore store, long msn) {
        return content(store, file(msn));
    }

    private static String content(WindowStore store, SegmentFile file) {
        try {
            return Files.readString(store.path(file));
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
