// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;

import static live.tributary.transcoder.hls.store.TestFolder.HASTY;
import static live.tributary.transcoder.hls.store.TestFolder.LONG;
import static live.tributary.transcoder.hls.store.TestFolder.NAME;
import static live.tributary.transcoder.hls.store.TestFolder.PATIENT;
import static live.tributary.transcoder.hls.store.TestFolder.QUEUED_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

/** What a disk costs that is full, slow or broken: files, never the live picture, and nobody waits for it long. */
class BadDiskTest {

    @TempDir
    Path temporary;

    private TestFolder live;

    @BeforeEach
    void aFolder() {
        live = new TestFolder(temporary.resolve("live"));
    }

    @AfterEach
    void everyBufferIsGivenBack() {
        live.awaitBuffers();
    }

    @Test
    void aFullDiskCostsASegmentAndItsRoomIsGivenBack() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(store, 100, "one");
        live.disk.room.set(0);
        live.write(store, 100, "two");
        assertThat(store.holds(TestFolder.file(100))).isFalse();
        assertThat(store.isShortOfSpace()).isTrue();
        assertThat(store.path(TestFolder.file(100))).doesNotExist();
        live.disk.room.set(Long.MAX_VALUE);
        live.write(store, 100, "three");
        assertThat(store.path(TestFolder.file(100))).doesNotExist();
        Stored.write(store, List.of(), List.of(Entries.opened(101)));
        live.write(store, 101, "four");
        assertThat(store.holds(TestFolder.file(101))).isTrue();
        assertThat(store.losses()).isEqualTo(1);
        // The steps that the disk did not take were written when it took them again.
        var entries = live.folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(entries).contains(Entries.opened(101)).endsWith(new FrontMoved(101));
    }

    @Test
    void whatWasLostIsForgottenWithItsSegment() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        live.disk.room.set(0);
        live.write(store, 100, "one");
        live.disk.room.set(Long.MAX_VALUE);
        assertThat(store.holds(TestFolder.file(100))).isFalse();
        Stored.write(store, List.of(), List.of(new SegmentForgotten(100)));
        Waiting.until("nothing to remember", LONG, () -> store.holds(TestFolder.file(100)));
    }

    @Test
    void aJournalThatWouldHaveAHoleIsGone() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets()));
        live.disk.room.set(0);
        for (long msn = 100; msn < 200; msn++) {
            Stored.write(store, List.of(), List.of(Entries.opened(msn)));
        }
        assertThat(store.isShortOfSpace()).isTrue();
        assertThat(live.folder(PATIENT).resume(NAME)).isEmpty();
    }

    @Test
    void whatFailsIsCounted() throws IOException {
        var folder = live.folder(PATIENT);
        var store = folder.open(NAME);
        live.disk.room.set(0);
        Stored.write(store, List.of(), List.of(Entries.targets()));
        live.write(store, 100, "one");
        assertThat(folder.failures()).isEqualTo(3);
    }

    @Test
    void aFileWhosePartWasLeftOutGoesThoughNothingMoreOfItComes() throws IOException {
        var store = live.folder(HASTY).open(NAME);
        live.write(store, 100, "one");
        Waiting.until(
                "the first part", LONG, () -> TestFolder.content(store, 100).equals("one"));
        var answers = live.disk.hang();
        var sound = new SegmentFile(Entries.SESSION, RenditionName.AUDIO, 100);
        live.writeAt(store, sound, 0, "a".repeat(QUEUED_BYTES));
        live.writeAt(store, 100, 3, "two");
        answers.countDown();
        Waiting.until("the end of it", LONG, () -> Files.notExists(store.path(TestFolder.file(100))));
        assertThat(TestFolder.content(store, sound)).hasSize(QUEUED_BYTES);
    }

    @Test
    void aJournalThatCannotBePrunedIsNotTriedWithEachPart() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 160; msn++) {
            Stored.write(store, List.of(), List.of(Entries.opened(msn)));
        }
        live.disk.refuse(WindowFolder.NEW_JOURNAL);
        for (long msn = 160; msn < 200; msn++) {
            Stored.write(store, List.of(), List.of(Entries.opened(msn)));
        }
        assertThat(live.disk.opened)
                .filteredOn(WindowFolder.NEW_JOURNAL::equals)
                .as("the first one, and one try")
                .hasSize(2);
        live.disk.refuse("nothing");
        assertThat(live.folder(PATIENT).resume(NAME).orElseThrow().entries()).contains(Entries.opened(199));
    }

    @Test
    void aPartThatWasLeftOutLeavesNoFileWithAHole() throws IOException {
        var store = live.folder(HASTY).open(NAME);
        var answers = live.disk.hang();
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        // Eleven parts of 200 ms: more than the two seconds that may wait.
        for (int part = 0; part < 11; part++) {
            live.writeAt(store, 100, part * 3, "abc");
        }
        var sound = new SegmentFile(Entries.SESSION, RenditionName.AUDIO, 100);
        live.writeAt(store, sound, 0, "sound");
        answers.countDown();
        Waiting.until(
                "what waited", LONG, () -> TestFolder.content(store, sound).equals("sound"));
        assertThat(store.path(TestFolder.file(100))).doesNotExist();
        // Again in time, but behind the hole.
        live.writeAt(store, 100, 33, "abc");
        Stored.write(
                store,
                List.of(),
                List.of(new TrackClosed(Entries.SOURCE, 100, Duration.ofSeconds(2)), Entries.opened(101)));
        live.write(store, 101, "whole");
        assertThat(store.holds(TestFolder.file(100))).isFalse();
        Waiting.until(
                "the next segment", LONG, () -> TestFolder.content(store, 101).equals("whole"));
        assertThat(store.path(TestFolder.file(100))).doesNotExist();
        assertThat(store.holds(TestFolder.file(101))).isTrue();
        var entries = live.folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(TestFolder.parts(entries)).containsExactly(Entries.part(101, 0, 5));
    }

    @Test
    void noRenditionTakesTheRoomOfAnother() throws IOException {
        var store = live.folder(HASTY).open(NAME);
        var answers = live.disk.hang();
        var renditions = List.of(
                RenditionName.SOURCE, RenditionName.AUDIO, new RenditionName("h360"), new RenditionName("h480"));
        for (int part = 0; part < 10; part++) {
            for (var rendition : renditions) {
                live.writeAt(store, new SegmentFile(Entries.SESSION, rendition, 100), part * 3, "abc");
            }
        }
        answers.countDown();
        for (var rendition : renditions) {
            var file = new SegmentFile(Entries.SESSION, rendition, 100);
            Waiting.until(
                    "what waited", LONG, () -> TestFolder.content(store, file).length() == 30);
            assertThat(store.holds(file)).isTrue();
        }
    }

    @Test
    void bytesThatWaitAreBoundedForTheWholeBroadcast() throws IOException {
        var store = live.folder(HASTY).open(NAME);
        var answers = live.disk.hang();
        var much = "a".repeat(QUEUED_BYTES / 2);
        live.writeAt(store, 100, 0, much);
        live.writeAt(store, new SegmentFile(Entries.SESSION, RenditionName.AUDIO, 100), 0, much);
        assertThat(store.losses()).isZero();
        live.writeAt(store, 101, 0, "a");
        assertThat(store.losses()).isEqualTo(1);
        assertThat(store.holds(TestFolder.file(101))).isFalse();
        answers.countDown();
        Waiting.until("what waited", LONG, () -> TestFolder.content(store, 100).equals(much));
        Waiting.until("the room of it", LONG, () -> {
            live.writeAt(store, 102, 0, "b");
            return TestFolder.content(store, 102).equals("b");
        });
    }

    @Test
    void whatWaitsForADiskWhenItLeavesTheMemoryIsGivenUp() throws IOException {
        var store = live.folder(HASTY).open(NAME);
        var answers = live.disk.hang();
        live.write(store, 100, "one");
        assertThat(store.holds(TestFolder.file(100))).isFalse();
        answers.countDown();
        live.write(store, 101, "two");
        Waiting.until(
                "the next segment", LONG, () -> TestFolder.content(store, 101).equals("two"));
        assertThat(store.path(TestFolder.file(100))).doesNotExist();
        assertThat(store.holds(TestFolder.file(100))).isFalse();
    }

    @Test
    @Timeout(60)
    void aFaultCostsTheFilesOfOneBroadcastAndHoldsNobodyUp() throws IOException {
        var folder = live.folder(PATIENT);
        var store = folder.open(NAME);
        var other = new TestDisk();
        var neighbour = new LiveFolder(temporary.resolve("other"), PATIENT, other, System::nanoTime).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(store, 100, "one");
        live.disk.breakDown();
        // Patience is longer than this test may take: who waits for nothing would be seen.
        for (int part = 1; part < 5; part++) {
            live.writeAt(store, 100, part * 3, "abc");
        }
        live.write(neighbour, 100, "fine");
        assertThat(TestFolder.content(neighbour, 100)).isEqualTo("fine");
        Waiting.until("the end of its files", LONG, () -> !store.holds(TestFolder.file(100)));
        assertThat(store.losses()).isPositive();
        Waiting.until("an empty folder", LONG, () -> Files.notExists(live.root().resolve("channel/evening-1")));
        assertThat(folder.resume(NAME)).isEmpty();
        live.write(store, 101, "two");
        assertThat(store.holds(TestFolder.file(101))).isFalse();
        assertThat(store.path(TestFolder.file(101))).doesNotExist();
        assertThat(folder.failures()).as("nothing more is tried").isZero();
        store.close();
    }

    @Test
    void whoWritesDoesNotWaitForTheDiskButViewersDo() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        var answers = live.disk.hang();
        var shown = new CountDownLatch(1);
        store.write(List.of(), List.of(Entries.targets()), shown::countDown);
        store.timePassed();
        assertThat(shown.getCount()).isOne();
        answers.countDown();
        Waiting.until("viewers to see it", LONG, () -> shown.getCount() == 0);
    }

    @Test
    void beforeTheFirstWindowTheDiskOfItsFolderIsAsked() {
        var folder = live.folder(PATIENT);
        live.disk.usable.set(0);
        Waiting.until("the answer", LONG, folder::isShortOfSpace);
        assertThat(live.disk.asked).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    void theDiskIsAskedOnceASecondHoweverManyWantToKnow() {
        var folder = live.folder(PATIENT);
        var began = System.nanoTime();
        Waiting.until("twenty questions", LONG, () -> {
            assertThat(folder.isShortOfSpace()).isFalse();
            return System.nanoTime() - began > Duration.ofMillis(400).toNanos();
        });
        assertThat(live.disk.asked).hasSizeLessThan(5);
    }

    @Test
    @Timeout(60)
    void nobodyWaitsForADiskThatDoesNotSayHowMuchRoomItHas() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        var answer = live.disk.hangWhenAsked();
        live.disk.usable.set(0);
        assertThat(store.isShortOfSpace()).isFalse();
        answer.countDown();
        Waiting.until("the answer", LONG, store::isShortOfSpace);
    }

    @Test
    void roomThatIsReservedForOthersIsNotForWindows() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        live.disk.usable.set((1 << 20) - 1);
        Waiting.until("the next look at the disk", LONG, store::isShortOfSpace);
        live.disk.usable.set(1 << 20);
        Waiting.until("and the one after it", LONG, () -> !store.isShortOfSpace());
    }
}
