// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.node.health.PlayedStream.Fault;
import live.tributary.node.health.Verdict.Kind;
import live.tributary.transcoder.media.StreamProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class JudgeTest {

    private static final Fault KEY_FRAMES_EVERY_SIX_SECONDS = new Fault(0, 0, 150, true, 0);

    static Stream<Arguments> everyRow() {
        return Stream.of(
                row("the first seconds", Kind.MEASURING, stream -> stream.play(3)),
                row("a good stream", Kind.GOOD, stream -> stream.play(90)),
                row("nothing comes", Kind.SILENT, stream -> stream.play(30).silence(3)),
                row("nothing came at all", Kind.SILENT, stream -> stream.silence(3)),
                row("a codec we cannot show", Kind.CODEC, stream -> {
                    stream.problems.add(StreamProblem.Kind.CODEC_NEEDS_ENCODER);
                    stream.play(30);
                }),
                row("the node leaves frames out", Kind.NODE_BEHIND, stream -> {
                    stream.play(30);
                    stream.leaveOut(60);
                    stream.play(5);
                }),
                row(
                        "frames come late",
                        Kind.UPLOAD_SLOW,
                        stream -> stream.play(30).play(5, new Fault(0, 900, 50, true, 0))),
                row(
                        "far too few bits, with holes",
                        Kind.UPLOAD_SLOW,
                        stream -> stream.play(30).play(10, new Fault(15, 0, 50, true, 0))),
                row(
                        "holes, and the rest in time",
                        Kind.ENCODER_BEHIND,
                        stream -> stream.play(30).play(20, new Fault(3, 0, 50, true, 0))),
                row("no sound", Kind.NO_SOUND, stream -> stream.play(30, new Fault(0, 0, 50, false, 0))),
                row(
                        "nothing to be heard",
                        Kind.SOUND_SILENT,
                        stream -> stream.play(30).sounding(-120, -120).play(10)),
                row(
                        "silent for a moment",
                        Kind.GOOD,
                        stream -> stream.sounding(-16, -3)
                                .play(30)
                                .sounding(-120, -120)
                                .play(9)),
                row(
                        "three claps",
                        Kind.SOUND_CLIPS,
                        stream -> stream.sounding(-16, 0.2)
                                .play(3)
                                .sounding(-16, -3)
                                .play(30)),
                row(
                        "two claps",
                        Kind.GOOD,
                        stream -> stream.sounding(-16, 0.2)
                                .play(2)
                                .sounding(-16, -3)
                                .play(30)),
                row(
                        "key frames each six seconds",
                        Kind.KEY_FRAMES_RARE,
                        stream -> stream.play(40, KEY_FRAMES_EVERY_SIX_SECONDS)),
                row(
                        "no second key frame",
                        Kind.KEY_FRAMES_RARE,
                        stream -> stream.play(30, new Fault(0, 0, 100_000, true, 0))),
                row(
                        "key frames here and there",
                        Kind.KEY_FRAMES_UNEVEN,
                        stream -> stream.play(20)
                                .play(5, new Fault(0, 0, 100_000, true, 0))
                                .play(6)),
                row(
                        "sound long after its picture",
                        Kind.SOUND_APART,
                        stream -> stream.play(30, new Fault(0, 0, 50, true, -1_200))),
                row("a slow line", Kind.LINE_SLOW, stream -> {
                    stream.roundTrip(Duration.ofMillis(200));
                    stream.play(30);
                }),
                row("an uneven line", Kind.LINE_UNEVEN, stream -> {
                    for (int i = 0; i < 20; i++) {
                        stream.playUnevenly();
                    }
                }),
                row(
                        "key frames each four seconds",
                        Kind.KEY_FRAMES_LATE,
                        stream -> stream.play(40, new Fault(0, 0, 100, true, 0))),
                row(
                        "one hole a while ago",
                        Kind.DIPPED,
                        stream -> stream.play(60)
                                .play(1, new Fault(15, 0, 50, true, 0))
                                .play(40)));
    }

    private static Arguments row(String name, Kind kind, Consumer<PlayedStream> played) {
        return arguments(Named.of(name, played), kind);
    }

    @ParameterizedTest
    @MethodSource("everyRow")
    void saysTheOneThing(Consumer<PlayedStream> played, Kind kind) {
        var stream = new PlayedStream().connect();
        played.accept(stream);
        assertThat(stream.health.report().verdict().kind()).isEqualTo(kind);
    }

    @Test
    void saysFirstWhatHurtsMost() {
        var stream = new PlayedStream().connect();
        stream.play(40, new Fault(3, 0, 150, false, 0));
        assertThat(stream.health.report().verdict().kind()).isEqualTo(Kind.ENCODER_BEHIND);
    }

    @Test
    void putsTheFiguresIntoTheSentence() {
        var stream = new PlayedStream().connect().play(40, KEY_FRAMES_EVERY_SIX_SECONDS);
        assertThat(stream.health.report().verdict().values()).containsEntry("seconds", 6.0);
    }

    @Test
    void forgetsAfterAMinuteOfGoodSeconds() {
        var stream = new PlayedStream().connect().play(30);
        stream.play(5, new Fault(0, 900, 50, true, 0)).play(61);
        assertThat(stream.health.report().verdict().kind()).isEqualTo(Kind.GOOD);
    }

    @Test
    void judgesAnEncoderThatIsBackByWhatItSendsNow() {
        var stream = new PlayedStream().connect().play(30, new Fault(5, 900, 50, true, 0));
        stream.health.left(stream.now(), false);
        stream.look();
        stream.connect().play(10);
        assertThat(stream.health.report().verdict().kind()).isEqualTo(Kind.GOOD);
    }
}
