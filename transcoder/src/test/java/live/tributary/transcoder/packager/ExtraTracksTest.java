// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.Clip;
import live.tributary.transcoder.clip.Recorder;
import live.tributary.transcoder.hls.FirstNumbers;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.ReloadPoint;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.hls.WindowMemory;
import live.tributary.transcoder.hls.WindowOptions;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

import static org.assertj.core.api.Assertions.assertThat;

/** A publisher that sends several sizes at once needs no encoder. */
final class ExtraTracksTest {

    private static final RenditionName RUNG = new RenditionName("h180");
    private static final RenditionName SMALL = new RenditionName("t180");
    private static final PlaylistName SMALL_LIST = new PlaylistName(View.CANONICAL, SMALL);
    private static final PlaylistName SMALL_JOINED = new PlaylistName(View.JOINED, SMALL);
    private static final String H264 = " -c:v libx264 -preset ultrafast -x264-params scenecut=0 -bf 2 -b_strategy 0 ";

    @TempDir
    Path folder;

    private final WindowMemory memory = new WindowMemory();
    private final WindowWriter writer =
            WindowWriter.open(memory, WindowOptions.inMemory(Duration.ofHours(1)), new FirstNumbers(100, 7, false));
    private final Recorder recorder = new Recorder(writer.window());
    private final List<Kind> problems = new ArrayList<>();
    private final List<EchoEncoder> encoders = new ArrayList<>();
    private final Packager packager = new Packager(
            writer,
            Duration.ofMillis(200),
            (_, _, listener) -> ladder(listener),
            Runnable::run,
            () -> {},
            problem -> problems.add(problem.kind()));

    private Optional<Ladder> ladder(LadderListener listener) {
        encoders.add(new EchoEncoder(listener, List.of(new Rung(RUNG, 320, 180, 300_000, false)), 2));
        return Optional.of(encoders.getLast());
    }

    @AfterEach
    void allMemoryComesBack() {
        writer.close();
        assertThat(memory.activeBuffers()).isZero();
    }

    @Test
    void aTrackThatFitsTakesThePlaceOfTheEncodersRung() {
        publish(merged(large(), small(60, 15)));
        assertThat(recorder.master(View.CANONICAL))
                .contains("320x180")
                .contains("t180.m3u8")
                .doesNotContain("h180.m3u8");
        assertThat(packager.rungs()).singleElement().satisfies(rung -> {
            assertThat(rung.encoded()).isFalse();
            assertThat(rung.height()).isEqualTo(180);
            assertThat(rung.bitsPerSecond()).isPositive();
        });
        packager.endBroadcast();

        assertThat(problems).isEmpty();
        var source = recorder.playlist(Recorder.SOURCE).segments();
        var small = recorder.playlist(SMALL_LIST).segments();
        assertThat(small).hasSizeGreaterThan(3).noneMatch(MediaPlaylist.Segment::gap);
        assertThat(small.getLast().msn()).isEqualTo(source.getLast().msn());
        var fragments = recorder.fragments(SMALL_LIST);
        var beside = recorder.fragments(Recorder.SOURCE);
        for (int i = 0; i < fragments.size(); i++) {
            var same = beside.get(beside.size() - fragments.size() + i);
            assertThat(fragments.get(i).getFirst().baseTime())
                    .isEqualTo(same.getFirst().baseTime());
        }
        PackagedAssertions.assertContiguous(recorder, SMALL_LIST, 1);
        recorder.save(SMALL_LIST, folder.resolve("small.mp4")).mustDecodeWithoutWarning();
        recorder.save(SMALL_JOINED, folder.resolve("joined.mp4")).mustDecodeWithoutWarning();
        var rules = new PlaylistRules();
        for (var playlist : List.of(Recorder.SOURCE, SMALL_LIST, SMALL_JOINED)) {
            assertThat(rules.check(recorder.text(playlist))).as(playlist.path()).isEmpty();
        }
    }

    @Test
    void aTrackWithOtherKeyFramesIsCountedAndLeftOut() {
        publish(merged(large(), small(45, 15)));
        packager.endBroadcast();
        assertThat(problems).containsExactly(Kind.EXTRA_TRACK);
        assertThat(packager.figures().counters().dropped()).isGreaterThan(100);
        assertThat(encoders.getFirst().givenUp).isEmpty();
    }

    @Test
    void aTrackAsLargeAsTheSourceIsLeftOut() {
        publish(merged(large(), onTrackOne(large())));
        packager.endBroadcast();
        assertThat(problems).containsExactly(Kind.EXTRA_TRACK);
        assertThat(recorder.master(View.CANONICAL)).doesNotContain("t360.m3u8");
    }

    @Test
    void aTrackFarAheadOfTheSourceIsLeftOutBeforeItFillsTheMemory() {
        var ahead = small(60, 15);
        publish(large().subList(0, 500));
        ahead.forEach(input -> packager.accept(
                input instanceof AccessUnit unit ? Feed.later(unit, 15_000) : input,
                Duration.ofHours(1).toNanos()));
        assertThat(problems).contains(Kind.EXTRA_TRACK);
        packager.endBroadcast();
    }

    @Test
    void aTrackThatStopsLeavesItsPlaceToTheEncoder() {
        publish(merged(large(), small(60, 7)));
        assertThat(recorder.master(View.CANONICAL))
                .doesNotContain("t180.m3u8")
                .contains("source.m3u8")
                .contains("h180.m3u8");
        assertThat(problems).containsExactly(Kind.EXTRA_TRACK);
        packager.endBroadcast();
        assertThat(recorder.playlist(Recorder.SOURCE).segments()).hasSizeGreaterThan(6);
    }

    @Test
    void anotherSessionIsLookedAtAnew() {
        publish(merged(large(), small(60, 15)));
        packager.endSession();
        publish(large());
        assertThat(recorder.master(View.CANONICAL)).contains("source.m3u8");
        packager.endBroadcast();
        assertThat(recorder.playlist(Recorder.SOURCE).segments())
                .filteredOn(MediaPlaylist.Segment::discontinuity)
                .hasSize(1);
        assertThat(recorder.master(View.CANONICAL)).doesNotContain("t180.m3u8");
    }

    @Test
    void whoPlaysATrackIsAnsweredWhileItsPublisherComesBack() {
        var both = merged(large(), small(60, 15));
        publish(both);
        packager.endSession();
        var before = recorder.playlist(SMALL_LIST);
        var next = new ReloadPoint(before.open().msn(), 0);
        assertThat(writer.window().answers(SMALL_LIST, next)).isFalse();

        packager.beginSession();
        var away = new ArrayList<Boolean>();
        accept(both, () -> {
            assertThat(recorder.has(SMALL_LIST)).isTrue();
            away.add(!writer.window().answers(SMALL_LIST, next));
        });
        assertThat(away).startsWith(true).endsWith(false);
        assertThat(recorder.playlist(SMALL_LIST).lastMsn()).isGreaterThan(before.lastMsn());
        assertThat(recorder.playlist(SMALL_LIST).segments()).noneMatch(MediaPlaylist.Segment::gap);
        packager.endBroadcast();
    }

    private List<MediaInput> large() {
        return Clip.make(folder, "30", "-t 15 -s 640x360 -g 60" + H264 + "-c:a aac")
                .inputs();
    }

    private List<MediaInput> small(int keyFrames, int seconds) {
        return onTrackOne(Clip.make(folder, "30", "-t " + seconds + " -s 320x180 -g " + keyFrames + H264 + "-an")
                .inputs());
    }

    private static List<MediaInput> onTrackOne(List<MediaInput> inputs) {
        var moved = new ArrayList<MediaInput>();
        for (var input : inputs) {
            if (input instanceof TrackConfiguration(var _, VideoCodec codec, var record)) {
                moved.add(new TrackConfiguration(1, codec, record));
            } else if (input instanceof AccessUnit unit && Feed.isVideo(unit)) {
                moved.add(new AccessUnit(
                        1,
                        unit.codec(),
                        unit.decodeTime(),
                        unit.compositionOffset(),
                        unit.keyFrame(),
                        unit.data(),
                        unit.arrivedAt()));
            }
        }
        return moved;
    }

    /** As they would come: configurations first, then frames by their time. */
    private static List<MediaInput> merged(List<MediaInput> one, List<MediaInput> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparing(ExtraTracksTest::arrival));
        return all;
    }

    private static Instant arrival(MediaInput input) {
        return input instanceof AccessUnit unit ? unit.arrivedAt() : Instant.EPOCH;
    }

    private void publish(List<MediaInput> inputs) {
        packager.beginSession();
        accept(inputs, () -> {});
    }

    private void accept(List<MediaInput> inputs, Runnable afterEach) {
        long nanos = 1;
        for (var input : inputs) {
            if (input instanceof AccessUnit unit) {
                nanos = Duration.between(Instant.EPOCH, unit.arrivedAt()).toNanos();
            }
            packager.accept(input, nanos);
            afterEach.run();
        }
    }
}
