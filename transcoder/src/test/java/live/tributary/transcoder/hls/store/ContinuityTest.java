// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowState;

import static live.tributary.transcoder.hls.store.Entries.AUDIO;
import static live.tributary.transcoder.hls.store.Entries.JOINED;
import static live.tributary.transcoder.hls.store.Entries.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

/** A window whose node dies goes on as if nothing had happened but a discontinuity. */
class ContinuityTest {

    private static final PlaylistRules RULES = new PlaylistRules(Allowance.HOLES);
    private static final List<PlaylistName> ALL = List.of(SOURCE, JOINED, AUDIO);

    @TempDir
    Path root;

    private final TestDisk disk = new TestDisk();
    /** By this it is told for how long a disk that failed is not trusted. */
    private final AtomicLong nanoTime = new AtomicLong();

    private final List<Evening> lives = new ArrayList<>();
    private LiveFolder folder;

    @BeforeEach
    void aFolder() {
        folder = folder();
    }

    /** In this JVM those are left, too, that were killed. */
    @AfterEach
    void whoeverLivedHoldsNothing() {
        List.copyOf(lives).forEach(this::endOf);
    }

    private void endOf(Evening life) {
        lives.remove(life);
        life.writer.close();
        assertThat(life.memory.activeBuffers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 20, 45})
    void everyListedAddressAnswersTheSameAfterAKill(int closedSegments) throws IOException {
        var killed = evening(closedSegments);
        killed.open();
        killed.parts(7);
        killed.lateSound();
        var before = seen(killed);
        var resumed = resumed(killed);
        assertThat(resumed.window().state()).isEqualTo(WindowState.LIVE);
        before.forEach((uri, bytes) -> assertThat(resumed.media(uri)).as(uri).isEqualTo(bytes));
    }

    @Test
    void theNextPublisherGoesOnWithTheNextNumberAndOneDiscontinuity() throws IOException {
        var killed = evening(9);
        killed.open();
        killed.parts(3);
        var before = playlists(killed);
        var resumed = resumed(killed);
        var waiting = playlists(resumed);
        resumed.session();
        resumed.open();
        resumed.parts(4);
        var after = playlists(resumed);
        for (var playlist : ALL) {
            assertThat(RULES.checkSuccession(of(before, playlist), of(waiting, playlist)))
                    .isEmpty();
            assertThat(RULES.checkSuccession(of(waiting, playlist), of(after, playlist)))
                    .isEmpty();
            assertThat(RULES.check(of(after, playlist))).isEmpty();
            assertThat(of(after, playlist).lines().filter("#EXT-X-DISCONTINUITY"::equals))
                    .hasSize(1);
            assertThat(of(after, playlist)).contains("/110.0.m4s");
        }
    }

    @Test
    void manyDeathsLeaveOneEvening() throws IOException {
        var evening = evening(3);
        var last = playlists(evening);
        for (int death = 0; death < 6; death++) {
            evening.open();
            evening.parts(death + 1);
            evening = resumed(evening);
            for (var playlist : ALL) {
                assertThat(RULES.checkSuccession(of(last, playlist), evening.playlist(playlist)))
                        .isEmpty();
            }
            evening.session();
            evening.segments(2);
            last = playlists(evening);
        }
        assertThat(of(last, SOURCE).lines().filter("#EXT-X-DISCONTINUITY"::equals))
                .hasSize(6);
    }

    @Test
    void viewersGoBackIntoFilesAndNoFurther() throws IOException {
        var evening = evening(70);
        var uris = MediaPlaylist.parse(evening.playlist(JOINED)).segments().stream()
                .map(MediaPlaylist.Segment::uri)
                .toList();
        assertThat(uris).hasSize(30);
        assertThat(uris).filteredOn(evening::isStored).hasSize(21);
        assertThat(uris)
                .allSatisfy(uri ->
                        assertThat(evening.media(uri)).startsWith("source ").endsWith(";"));
        // Two seconds, and the sixty of the longest playlist, after it left (RFC 8216bis, 6.2.2).
        assertThat(evening.media(uris.getFirst().replace("141", "110"))).isNotEmpty();
        assertThat(evening.media(uris.getFirst().replace("141", "109"))).isEmpty();
        try (var files = Files.list(root.resolve("live/channel/evening-1"))) {
            assertThat(files).hasSize(1 + 2 * 61);
        }
    }

    @Test
    void filesOfABroadcastStayWithinTheirBytes() throws IOException {
        var little = WindowOptions.defaults().withListed(Duration.ofMinutes(1), 3000);
        var evening = begun(little);
        evening.session();
        evening.segments(1);
        evening.goLive();
        evening.segments(40);
        var listed = MediaPlaylist.parse(evening.playlist(SOURCE)).segments();
        assertThat(listed).hasSizeBetween(10, 20);
    }

    @Test
    void aFullDiskTakesTheWayBackAndNotTheLivePicture() throws IOException {
        var evening = evening(20);
        disk.room.set(0);
        var last = playlists(evening);
        for (int segment = 0; segment < 24; segment++) {
            evening.segments(1);
            var now = playlists(evening);
            for (var playlist : ALL) {
                assertThat(RULES.checkSuccession(of(last, playlist), of(now, playlist)))
                        .isEmpty();
                assertThat(RULES.checkDelta(of(last, playlist), evening.delta(playlist), of(now, playlist)))
                        .isEmpty();
            }
            seen(evening).forEach((uri, bytes) -> assertThat(bytes).as(uri).isNotEmpty());
            last = now;
        }
        assertThat(MediaPlaylist.parse(of(last, SOURCE)).segments()).hasSize(6);
        disk.room.set(Long.MAX_VALUE);
        Waiting.until("trust in the disk", Duration.ofSeconds(30), () -> {
            nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
            return !folder.isShortOfSpace();
        });
        evening.segments(20);
        assertThat(MediaPlaylist.parse(evening.playlist(SOURCE)).segments()).hasSizeGreaterThan(15);
        seen(evening).forEach((uri, bytes) -> assertThat(bytes).as(uri).isNotEmpty());
    }

    @Test
    void aDiskThatStandsStillCostsWhatItMissedAndNoMore() throws IOException {
        folder = folder(Duration.ofSeconds(1));
        var evening = evening(8);
        var answers = disk.hang();
        evening.segments(3);
        answers.countDown();
        Waiting.until("the disk", Duration.ofSeconds(30), () -> takesANewSegment(evening));
        var last = playlists(evening);
        for (int segment = 0; segment < 12; segment++) {
            evening.segments(1);
            var now = playlists(evening);
            for (var playlist : ALL) {
                assertThat(RULES.checkSuccession(of(last, playlist), of(now, playlist)))
                        .isEmpty();
                assertThat(RULES.checkDelta(of(last, playlist), evening.delta(playlist), of(now, playlist)))
                        .isEmpty();
            }
            last = now;
        }
        for (var playlist : ALL) {
            var listed = MediaPlaylist.parse(of(last, playlist)).segments();
            assertThat(listed)
                    .hasSizeGreaterThanOrEqualTo(24)
                    .first()
                    .extracting(MediaPlaylist.Segment::msn)
                    .isEqualTo(100L);
            assertThat(listed.stream().filter(MediaPlaylist.Segment::gap)).hasSizeBetween(2, 8);
            assertThat(listed)
                    .filteredOn(segment -> !segment.gap())
                    .allSatisfy(segment -> assertThat(evening.media(segment.uri()))
                            .as(segment.uri())
                            .isNotEmpty());
        }
        var before = seen(evening);
        var resumed = resumed(evening);
        assertThat(resumed.playlist(JOINED).lines().filter("#EXT-X-GAP"::equals))
                .hasSameSizeAs(
                        of(last, JOINED).lines().filter("#EXT-X-GAP"::equals).toList());
        before.forEach((uri, bytes) -> assertThat(resumed.media(uri)).as(uri).isEqualTo(bytes));
    }

    @Test
    void aLackOfFileHandlesCostsWhatItMissedAndNothingThatLiesBack() throws IOException {
        var evening = evening(8);
        disk.withoutHandles = true;
        evening.segments(6);
        disk.withoutHandles = false;
        evening.segments(10);
        var listed = MediaPlaylist.parse(evening.playlist(SOURCE)).segments();
        assertThat(listed).first().extracting(MediaPlaylist.Segment::msn).isEqualTo(100L);
        assertThat(listed.stream().filter(MediaPlaylist.Segment::gap)).hasSizeBetween(1, 8);
        seen(evening).forEach((uri, bytes) -> assertThat(bytes).as(uri).isNotEmpty());
    }

    /** Whether the disk takes what it is given now. */
    private boolean takesANewSegment(Evening evening) {
        evening.segments(1);
        var newest = MediaPlaylist.parse(evening.playlist(SOURCE))
                .segments()
                .getLast()
                .msn();
        try (var files = Files.list(root.resolve("live/channel/evening-1"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(newest + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWindowThatWasLeftInOrderIsGoneOnWithAsAfterAKill() throws IOException {
        var evening = evening(5);
        evening.open();
        evening.parts(4);
        var before = seen(evening);
        evening.writer.leave().join();
        // The journal and the two files that were open.
        assertThat(disk.forced).hasValue(3);
        // Viewers are answered as before, and what still comes does no harm.
        before.forEach((uri, bytes) -> assertThat(evening.media(uri)).as(uri).isEqualTo(bytes));
        evening.parts(1);
        endOf(evening);
        var resumed = resumed(evening);
        before.forEach((uri, bytes) -> assertThat(resumed.media(uri)).as(uri).isEqualTo(bytes));
        resumed.session();
        resumed.segments(1);
        assertThat(resumed.playlist(SOURCE).lines().filter("#EXT-X-DISCONTINUITY"::equals))
                .hasSize(1);
    }

    @Test
    void whatNobodySendsAfterAKillLeavesTheMaster() throws IOException {
        var killed = begun(Evening.OPTIONS);
        killed.session();
        killed.offerSmaller();
        killed.segments(1);
        killed.goLive();
        killed.segments(3);
        var resumed = resumed(killed);
        assertThat(resumed.master()).contains("h360.m3u8");
        resumed.session();
        resumed.segments(1);
        assertThat(resumed.master()).doesNotContain("h360").contains("source.m3u8");
    }

    @Test
    void anEndedBroadcastIsNotGoneOnWith() throws IOException {
        var evening = evening(3);
        evening.end();
        assertThat(evening.resume(folder(), Evening.OPTIONS)).isEmpty();
    }

    private Evening evening(int closedSegments) throws IOException {
        var evening = begun(Evening.OPTIONS);
        evening.session();
        evening.segments(1);
        evening.goLive();
        evening.segments(closedSegments);
        return evening;
    }

    private Evening begun(WindowOptions options) throws IOException {
        var evening = Evening.begin(folder, options);
        lives.add(evening);
        return evening;
    }

    /** What another node makes of it that comes after a kill. */
    private Evening resumed(Evening killed) throws IOException {
        var next = killed.resume(folder(), Evening.OPTIONS).orElseThrow();
        lives.add(next);
        return next;
    }

    private LiveFolder folder() {
        return folder(Duration.ofSeconds(20));
    }

    private LiveFolder folder(Duration patience) {
        return new LiveFolder(
                root.resolve("live"),
                new StoreLimits(patience, Duration.ofSeconds(2), 1 << 20, 0, 4096, 1 << 20),
                disk,
                nanoTime::get);
    }

    private static Map<PlaylistName, String> playlists(Evening evening) {
        var playlists = new HashMap<PlaylistName, String>();
        ALL.forEach(name -> playlists.put(name, evening.playlist(name)));
        return playlists;
    }

    private static String of(Map<PlaylistName, String> playlists, PlaylistName name) {
        return Objects.requireNonNull(playlists.get(name));
    }

    /** Everything that is listed, and what it answers. */
    private static Map<String, String> seen(Evening evening) {
        var seen = new HashMap<String, String>();
        for (var name : ALL) {
            evening.playlist(name)
                    .replaceAll("#EXT-X-GAP\n#EXTINF.*\n.*\n", "")
                    .lines()
                    .filter(line -> !line.contains("PRELOAD-HINT") && !line.contains("RENDITION-REPORT"))
                    .map(line -> line.startsWith("#") ? line.replaceAll(".*URI=\"([^\"]+)\".*|.*", "$1") : line)
                    .filter(uri -> !uri.isEmpty())
                    .forEach(uri -> seen.put(uri, evening.media(uri)));
        }
        return seen;
    }
}
