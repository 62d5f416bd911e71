// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.fixtures.hls.PlaylistRules;
import live.tributary.transcoder.clip.ReadFragment;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Rungs are cut where the publisher's picture is cut, whatever their encoder does. */
class RungsTest {

    private static final RenditionName SMALL = new RenditionName("h360");
    private static final PlaylistName SMALL_LIST = new PlaylistName(View.CANONICAL, SMALL);
    private static final PlaylistName SMALL_JOINED = new PlaylistName(View.JOINED, SMALL);

    private static final int GROUP = 61;

    private final WindowMemory memory = new WindowMemory();
    private final WindowWriter writer =
            WindowWriter.open(memory, WindowOptions.inMemory(Duration.ofHours(1)), new FirstNumbers(100, 7, false));
    private final Recorder recorder = new Recorder(writer.window());
    private final Queue<Runnable> news = new ArrayDeque<>();
    private final List<EchoEncoder> encoders = new ArrayList<>();
    private final Packager packager = new Packager(
            writer, Duration.ofMillis(200), (_, _, listener) -> ladder(listener), news::add, () -> {}, _ -> {});
    private int lag = 2;
    private boolean halved;

    private Optional<Ladder> ladder(LadderListener listener) {
        var encoder = new EchoEncoder(listener, List.of(new Rung(SMALL, 320, 180, 300_000, halved)), lag);
        encoders.add(encoder);
        return Optional.of(encoder);
    }

    @AfterEach
    void allMemoryComesBack() {
        writer.close();
        assertThat(memory.activeBuffers()).isZero();
    }

    @Test
    void everyPictureComesOnceAtItsOwnTimeInItsOwnSegment() {
        publish(new Feed().seconds(9));
        packager.endBroadcast();
        // The first segment was complete before the encoder was asked for.
        var source = recorder.fragments(Recorder.SOURCE).subList(1, 5);
        var small = recorder.fragments(SMALL_LIST);
        assertThat(times(small))
                .hasSizeGreaterThan(200)
                .isEqualTo(times(source).subList(0, times(small).size()));
        for (int i = 0; i < small.size(); i++) {
            assertThat(small.get(i).getFirst().baseTime())
                    .isEqualTo(source.get(i).getFirst().baseTime());
        }
        assertRulesHold();
    }

    @Test
    void picturesThatAreReorderedComeInTheOrderOfShowing() {
        int[] frame = {0};
        publish(new Feed()
                .rate(30, GROUP)
                .bend(unit -> Feed.isVideo(unit) ? reordered(unit, frame[0]++) : unit)
                .seconds(7));
        packager.endBroadcast();
        PackagedAssertions.assertContiguous(recorder, SMALL_LIST, 1);
        assertThat(recorder.fragments(SMALL_LIST).getLast().getFirst().baseTime())
                .isEqualTo(
                        recorder.fragments(Recorder.SOURCE).getLast().getFirst().baseTime());
        assertRulesHold();
    }

    @Test
    void theNodeLearnsHowManyWatchTheBroadcastInAnyQuality() {
        var inputs = new Feed().seconds(9);
        publish(inputs.subList(0, inputs.size() / 2));
        var next = new ReloadPoint(recorder.playlist(Recorder.SOURCE).open().msn(), 0);
        for (var playlist : List.of(Recorder.SOURCE, Recorder.SOURCE, SMALL_JOINED, Recorder.AUDIO)) {
            writer.window().reload(playlist, next);
        }
        publishMore(inputs.subList(inputs.size() / 2, inputs.size()));
        assertThat(encoders.getLast().watching).isEqualTo(3);
    }

    @Test
    void everyOtherPictureLastsTwiceAsLong() {
        halved = true;
        publish(new Feed().rate(60, 120).seconds(7));
        packager.endBroadcast();
        PackagedAssertions.assertNeverBackwards(recorder, SMALL_LIST);
        assertRulesHold();
    }

    @Test
    void whileTheEncoderIsDeadItsSegmentsAreGapsAndTheNumbersGoOn() {
        var inputs = new Feed().seconds(20);
        int third = inputs.size() / 3;
        publish(inputs.subList(0, third));
        encoders.getFirst().die();
        publishMore(inputs.subList(third, 2 * third));
        encoders.getFirst().revive();
        publishMore(inputs.subList(2 * third, inputs.size()));
        packager.endBroadcast();
        var small = recorder.playlist(SMALL_LIST).segments();
        assertThat(numbers(SMALL_LIST)).isEqualTo(numbers(Recorder.SOURCE));
        assertThat(small.stream().map(MediaPlaylist.Segment::gap)).containsSequence(false, true, true, false);
        PackagedAssertions.assertNeverBackwards(recorder, SMALL_LIST);
        assertRulesHold(Allowance.HOLES);
    }

    @Test
    void anEncoderWhosePicturesCannotBeReadAnyMoreHoldsNoSegmentOpen() {
        var inputs = new Feed().seconds(20);
        int third = inputs.size() / 3;
        publish(inputs.subList(0, third));
        encoders.getFirst().lie();
        publishMore(inputs.subList(third, inputs.size()));
        packager.endBroadcast();
        assertThat(numbers(SMALL_LIST)).isEqualTo(numbers(Recorder.SOURCE));
        assertThat(recorder.playlist(SMALL_LIST).segments().subList(5, 9)).allMatch(MediaPlaylist.Segment::gap);
        assertRulesHold(Allowance.HOLES);
    }

    @Test
    void thePublisherThatComesBackHasItsRungsBack() {
        publish(new Feed().seconds(5));
        packager.endSession();
        packager.beginSession();
        publishMore(new Feed().from(777_000).seconds(5));
        packager.endBroadcast();
        assertThat(encoders).hasSize(1);
        assertThat(recorder.playlist(SMALL_LIST).segments().getLast().msn())
                .isEqualTo(
                        recorder.playlist(Recorder.SOURCE).segments().getLast().msn());
        assertThat(recorder.playlist(SMALL_LIST).segments())
                .filteredOn(MediaPlaylist.Segment::discontinuity)
                .hasSize(1);
        assertRulesHold();
    }

    @Test
    void aDroppedRungLeavesTheMaster() {
        publish(new Feed().seconds(5));
        assertThat(recorder.master(View.CANONICAL)).contains("h360.m3u8");
        encoders.getFirst().drop(SMALL);
        drain();
        assertThat(recorder.master(View.CANONICAL)).doesNotContain("h360");
        assertThat(encoders.getFirst().givenUp).containsExactly(SMALL);
        packager.endBroadcast();
    }

    @Test
    void aRungThatIsTakenAwayAndGivenUpAtOnceCostsTheSourceNothing() {
        var inputs = new Feed().seconds(8);
        int half = inputs.size() / 2;
        publish(inputs.subList(0, half));
        encoders.getFirst().grant();
        encoders.getFirst().drop(SMALL);
        drain();
        publishMore(inputs.subList(half, inputs.size()));
        packager.endBroadcast();
        assertThat(recorder.master(View.CANONICAL)).contains("source.m3u8").doesNotContain("h360");
    }

    @Test
    void rungsComeAndGoAsTheMachineHasRoom() {
        var inputs = new Feed().seconds(12);
        int half = inputs.size() / 2;
        publish(inputs.subList(0, half));
        var smaller = new Rung(new RenditionName("h240"), 160, 90, 100_000, false);
        encoders.getFirst().grant(smaller);
        drain();
        publishMore(inputs.subList(half, inputs.size()));
        assertThat(recorder.master(View.CANONICAL)).contains("h240.m3u8").doesNotContain("h360");
        packager.endBroadcast();
        var list = recorder.playlist(new PlaylistName(View.CANONICAL, smaller.name()));
        assertThat(list.segments())
                .last()
                .satisfies(last -> assertThat(last.gap()).isFalse());
    }

    @Test
    void aCutWithoutAKeyFrameHoldsItsPlaylistNotUp() {
        int[] frame = {0};
        publish(new Feed()
                .bend(unit -> Feed.isVideo(unit) && frame[0]++ > 250 ? withoutKeyFrame(unit) : unit)
                .seconds(30));
        packager.endBroadcast();
        assertThat(numbers(Recorder.SOURCE)).hasSizeGreaterThan(8);
        assertThat(numbers(SMALL_LIST)).isEqualTo(numbers(Recorder.SOURCE));
    }

    private static AccessUnit withoutKeyFrame(AccessUnit unit) {
        return new AccessUnit(
                unit.track(),
                unit.codec(),
                unit.decodeTime(),
                unit.compositionOffset(),
                false,
                unit.data(),
                unit.arrivedAt());
    }

    @Test
    void theEncoderIsClosedWithTheBroadcast() {
        publish(new Feed().seconds(3));
        packager.endBroadcast();
        assertThat(encoders).allMatch(encoder -> encoder.closed);
    }

    /** As an encoder with two B-frames writes them: each third picture is shown after the two that follow it. */
    private static AccessUnit reordered(AccessUnit unit, int frame) {
        int inGroup = frame % GROUP;
        int offset = inGroup == 0 ? 33 : inGroup % 3 == 1 ? 100 : 0;
        return new AccessUnit(
                unit.track(), unit.codec(), unit.decodeTime(), offset, unit.keyFrame(), unit.data(), unit.arrivedAt());
    }

    private void publish(List<MediaInput> inputs) {
        packager.beginSession();
        publishMore(inputs);
    }

    private void publishMore(List<MediaInput> inputs) {
        long nanos = 1;
        for (var input : inputs) {
            if (input instanceof AccessUnit unit) {
                nanos = Duration.between(Instant.EPOCH, unit.arrivedAt()).toNanos();
            }
            packager.accept(input, nanos);
            drain();
        }
    }

    private void drain() {
        while (!news.isEmpty()) {
            news.remove().run();
        }
    }

    private static List<Long> times(List<List<ReadFragment>> segments) {
        return segments.stream()
                .flatMap(List::stream)
                .flatMap(fragment -> times(fragment).stream())
                .toList();
    }

    private static List<Long> times(ReadFragment fragment) {
        var times = new ArrayList<Long>();
        long next = fragment.baseTime();
        for (var sample : fragment.samples()) {
            times.add(next + sample.compositionOffset());
            next += sample.duration();
        }
        return times;
    }

    private List<Long> numbers(PlaylistName playlist) {
        return recorder.playlist(playlist).segments().stream()
                .map(MediaPlaylist.Segment::msn)
                .toList();
    }

    private void assertRulesHold(Allowance... allowed) {
        var rules = new PlaylistRules(allowed);
        for (var playlist : List.of(Recorder.SOURCE, SMALL_LIST, SMALL_JOINED)) {
            assertThat(rules.check(recorder.text(playlist))).as(playlist.path()).isEmpty();
        }
    }
}
