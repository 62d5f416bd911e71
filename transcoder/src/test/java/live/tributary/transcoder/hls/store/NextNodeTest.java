// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.hls.WindowEntry.Ended;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;

import static live.tributary.transcoder.hls.store.TestFolder.LONG;
import static live.tributary.transcoder.hls.store.TestFolder.NAME;
import static live.tributary.transcoder.hls.store.TestFolder.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

/** What a node left in its files, and what the one after it makes of that. */
class NextNodeTest {

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
    void whatIsWrittenIsThereForWhoComesAfterAKill() throws IOException {
        var killed = live.folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(killed, 100, "one ", "two ", "three");
        var remembered = live.folder(PATIENT).resume(NAME).orElseThrow();
        assertThat(TestFolder.content(remembered.store(), 100)).isEqualTo("one two three");
        assertThat(TestFolder.parts(remembered.entries())).hasSize(3);
        assertThat(remembered.store().holds(TestFolder.file(100))).isTrue();
    }

    @Test
    void whoGoesOnIsRememberedAgain() throws IOException {
        var killed = live.folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(killed, 100, "one");
        var again = live.folder(PATIENT).resume(NAME).orElseThrow().store();
        Stored.write(again, List.of(), List.of(Entries.opened(101)));
        live.write(again, 101, "two");
        var entries = live.folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(TestFolder.parts(entries)).hasSize(2);
    }

    @Test
    void bytesAreWrittenBeforeTheJournalTellsOfThem() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        live.write(store, 100, "one");
        // A journal is begun under another name than it has later.
        assertThat(live.disk.written).endsWith(TestFolder.file(100).name(), WindowFolder.NEW_JOURNAL);
    }

    @Test
    void filesOfTheNodeBeforeGoWhenTheirTimeComes() throws IOException {
        var killed = live.folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(killed, 100, "one");
        var again = live.folder(PATIENT).resume(NAME).orElseThrow().store();
        assertThat(again.path(TestFolder.file(100))).exists();
        Stored.write(again, List.of(), List.of(new SegmentForgotten(100)));
        Waiting.until("the end of the file", LONG, () -> Files.notExists(again.path(TestFolder.file(100))));
    }

    @Test
    void aNodeThatLeavesWritesWhatAFullDiskDidNotTakeBefore() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(store, 100, "one");
        live.disk.room.set(0);
        Stored.write(store, List.of(), List.of(Entries.opened(101)));
        live.disk.room.set(Long.MAX_VALUE);
        store.leave().join();
        assertThat(live.folder(PATIENT).resume(NAME).orElseThrow().entries()).contains(Entries.opened(101));
    }

    @Test
    void aPartWhoseBytesAreMissingNeverWas() throws IOException {
        var killed = live.folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(killed, 100, "one ", "two ");
        try (var file =
                Files.newByteChannel(killed.path(TestFolder.file(100)), java.nio.file.StandardOpenOption.WRITE)) {
            file.truncate(7);
        }
        assertThat(TestFolder.parts(
                        live.folder(PATIENT).resume(NAME).orElseThrow().entries()))
                .hasSize(1);
    }

    @Test
    void aSegmentThatLostItsFileIsAGapAndThoseBeforeItStay() throws IOException {
        var killed = live.folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 103; msn++) {
            Stored.write(killed, List.of(), List.of(Entries.opened(msn)));
            live.write(killed, msn, "one", "two");
        }
        Files.delete(killed.path(TestFolder.file(101)));
        var entries = live.folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(entries).contains(Entries.opened(101)).endsWith(new FrontMoved(100));
        assertThat(TestFolder.parts(entries))
                .extracting(part -> ((PartAdded) part).msn())
                .containsExactly(100L, 100L, 102L, 102L);
    }

    @Test
    void gapsAtTheFrontAreNotListed() throws IOException {
        var killed = live.folder(PATIENT).open(NAME);
        Stored.write(killed, List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 103; msn++) {
            Stored.write(killed, List.of(), List.of(Entries.opened(msn)));
            live.write(killed, msn, "one");
        }
        Files.delete(killed.path(TestFolder.file(100)));
        Files.delete(killed.path(TestFolder.file(101)));
        assertThat(live.folder(PATIENT).resume(NAME).orElseThrow().entries()).endsWith(new FrontMoved(102));
    }

    @Test
    void aJournalGrowsWithItsWindowAndNotWithTheEvening() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets()));
        for (long msn = 100; msn < 1100; msn++) {
            Stored.write(store, List.of(), List.of(Entries.opened(msn)));
            live.write(store, msn, "part");
            Stored.write(
                    store,
                    List.of(),
                    List.of(
                            new TrackClosed(Entries.SOURCE, msn, Duration.ofSeconds(2)),
                            new FrontMoved(msn - 4),
                            new SegmentForgotten(msn - 5)));
        }
        Waiting.until("one open file, the journal", LONG, () -> live.disk.open.get() == 1);
        assertThat(Files.size(store.path(TestFolder.file(1)).resolveSibling(WindowFolder.JOURNAL)))
                .isLessThan(10_000);
        var entries = live.folder(PATIENT).resume(NAME).orElseThrow().entries();
        assertThat(entries).contains(Entries.targets(), new FrontMoved(1095));
        assertThat(TestFolder.parts(entries)).hasSize(5);
        try (var files = Files.list(store.path(TestFolder.file(1)).getParent())) {
            assertThat(files).hasSize(6);
        }
    }

    @Test
    void filesAreForTheNodeAlone() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(store, 100, "one");
        assertThat(permissions(store.path(TestFolder.file(100)))).isEqualTo("rw-------");
        assertThat(permissions(live.root().resolve("channel/evening-1/journal")))
                .isEqualTo("rw-------");
        assertThat(permissions(live.root().resolve("channel/evening-1"))).isEqualTo("rwx------");
        assertThat(permissions(live.root())).isEqualTo("rwx------");
    }

    @Test
    void aNewWindowDoesNotFindWhatOneOfItsNameLeft() throws IOException {
        var killed = live.folder(PATIENT).open(NAME);
        live.write(killed, 100, "one");
        var store = live.folder(PATIENT).open(NAME);
        assertThat(store.path(TestFolder.file(100))).doesNotExist();
    }

    @Test
    void aClosedWindowLeavesNothing() throws IOException {
        var store = live.folder(PATIENT).open(NAME);
        Stored.write(store, List.of(), List.of(Entries.targets(), Entries.opened(100)));
        live.write(store, 100, "one");
        store.close();
        assertThat(live.root().resolve("channel/evening-1")).doesNotExist();
    }

    @Test
    void whatWasNeverShownOrEndedIsNotGoneOnWith() throws IOException {
        Stored.write(live.folder(PATIENT).open(NAME), List.of(), List.of(Entries.opened(100)));
        assertThat(live.folder(PATIENT).resume(NAME)).isEmpty();
        Stored.write(live.folder(PATIENT).open(NAME), List.of(), List.of(Entries.targets(), new Ended()));
        assertThat(live.folder(PATIENT).resume(NAME)).isEmpty();
        assertThat(live.root().resolve("channel/evening-1")).doesNotExist();
    }

    @Test
    void leftoversOfOtherBroadcastsGo() throws IOException {
        var alive = new WindowName("channel", "evening-2");
        live.folder(PATIENT).open(NAME);
        live.folder(PATIENT).open(alive);
        live.folder(PATIENT).open(new WindowName("closed", "evening-1"));
        Files.createFile(live.root().resolve("channel/stray"));
        live.folder(PATIENT).keepOnly(Set.of(alive));
        try (var channels = Files.list(live.root());
                var windows = Files.list(live.root().resolve("channel"))) {
            assertThat(channels).containsExactly(live.root().resolve("channel"));
            assertThat(windows).containsExactly(live.root().resolve("channel/evening-2"));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
