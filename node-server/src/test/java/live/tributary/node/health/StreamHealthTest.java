// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.node.health.Entry.Turn;
import live.tributary.node.health.PlayedStream.Fault;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StreamHealthTest {

    private final PlayedStream stream = new PlayedStream().connect();

    private TileReading tile(Tile tile) {
        return stream.health.report().tiles().stream()
                .filter(reading -> reading.tile() == tile)
                .findFirst()
                .orElseThrow();
    }

    private List<Turn> turns() {
        return stream.health.report().log().stream()
                .filter(Entry.Turned.class::isInstance)
                .map(entry -> ((Entry.Turned) entry).turn())
                .toList();
    }

    @Test
    void readsItsTilesFromTheLastSeconds() {
        stream.announce(2_000);
        stream.play(60);
        assertThat(stream.health.report().tiles()).extracting(TileReading::tile).containsExactly(Tile.values());
        assertThat(stream.health.report().tiles())
                .extracting(TileReading::level)
                .containsOnly(Level.GOOD);
        assertThat(tile(Tile.BITRATE).value()).isCloseTo(2.06, within(0.01));
        assertThat(tile(Tile.BITRATE).values()).containsEntry("megabits", 2.06);
        assertThat(tile(Tile.FRAME_RATE).value()).isEqualTo(25);
        assertThat(tile(Tile.KEY_FRAMES).value()).isEqualTo(2);
        assertThat(tile(Tile.LOST).value()).isZero();
        assertThat(tile(Tile.ROUND_TRIP).value()).isEqualTo(38);
        assertThat(tile(Tile.SOUND).value()).isZero();
    }

    @Test
    void judgesNothingInTheFirstSeconds() {
        stream.play(2);
        assertThat(tile(Tile.BITRATE).level()).isEqualTo(Level.UNKNOWN);
        assertThat(tile(Tile.SOUND).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void asksNobodyToFixAVariableRateThatLosesNothing() {
        stream.announce(9_000);
        stream.play(120);
        assertThat(tile(Tile.BITRATE).level()).isEqualTo(Level.LOOK);
        assertThat(stream.health.report().verdict().kind()).isEqualTo(Verdict.Kind.GOOD);
        stream.play(61, new Fault(1, 0, 50, true, 0));
        assertThat(tile(Tile.BITRATE).level()).isEqualTo(Level.FIX);
    }

    @Test
    void writesTheCauseBesideTheSeconds() {
        stream.play(60).play(8, new Fault(0, 900, 50, true, 0)).play(3);
        stream.play(4, new Fault(0, 900, 50, true, 0)).play(60).silence(6).play(30);
        var stretches = stream.health.report().stretches();
        assertThat(stretches).extracting(Stretch::cause).containsExactly(Cause.UPLOAD_SLOW, Cause.SILENT);
        assertThat(stretches.getFirst().from()).isEqualTo(PlayedStream.OPENED.plusSeconds(60));
        assertThat(stretches.getFirst().seconds()).isBetween(14, 16);
        assertThat(stretches.getLast().seconds()).isBetween(5, 7);
    }

    @Test
    void tellsTheEveningNewestFirst() {
        stream.health.live(stream.now());
        stream.play(10);
        stream.connect().play(10);
        stream.health.left(stream.now(), false);
        stream.look();
        stream.connect().play(10);
        stream.health.left(stream.now(), true);
        stream.health.ended(stream.now());
        assertThat(turns())
                .containsExactly(
                        Turn.ENDED, Turn.STOPPED, Turn.BACK, Turn.LOST, Turn.TAKEN_OVER, Turn.LIVE, Turn.CONNECTED);
        assertThat(stream.health.report().tiles())
                .extracting(TileReading::level)
                .containsOnly(Level.UNKNOWN);
    }

    @Test
    void drawsTheLastQuarterOfAnHourInSteps() {
        stream.play(7).silence(3);
        var young = stream.health.report().history();
        assertThat(young.kilobitsPerSecond()).hasSize(2);
        stream.play(2_000);
        var history = stream.health.report().history();
        assertThat(history.kilobitsPerSecond()).hasSize(180).allMatch(kilobits -> kilobits == 2_060);
        assertThat(history.lostFrames()).hasSize(180).containsOnly(0);
        assertThat(history.until()).isEqualTo(stream.now());
    }

    @Test
    void countsForAllStreamsTogether() {
        stream.play(10).silence(4);
        assertThat(count("seconds", "cause", "silent")).isEqualTo(2);
        assertThat(count("seconds", "cause", "none")).isEqualTo(12);
        assertThat(count("frames", "fate", "arrived")).isEqualTo(250);
    }

    private double count(String what, String label, String value) {
        return stream.meters
                .get("tributary.health." + what)
                .tag(label, value)
                .counter()
                .count();
    }

    @Test
    void staysSmallInAnEveningOfTroubles() {
        for (int i = 0; i < 500; i++) {
            stream.silence(4);
            stream.health.left(stream.now(), false);
            stream.look();
            stream.connect().play(12);
        }
        assertThat(stream.health.report().log()).hasSize(30);
        assertThat(stream.health.report().stretches()).hasSizeLessThanOrEqualTo(100);
        assertThat(stream.health.report().history().kilobitsPerSecond()).hasSize(180);
    }

    @Test
    void addsUpToARecord() {
        stream.play(100).play(5, new Fault(0, 900, 50, true, 0)).play(20);
        stream.health.left(stream.now(), false);
        stream.look();
        stream.look();
        stream.connect().play(10);
        stream.health.playbacks().started(Duration.ofMillis(700));
        stream.health.ended(stream.now());
        var channel = ChannelId.random();
        var kept = stream.health.record(BroadcastId.next(stream.now()), channel);
        assertThat(kept.duration()).isEqualTo(Duration.ofSeconds(137));
        assertThat(kept.causes()).containsEntry(Cause.AWAY, 2).containsKey(Cause.UPLOAD_SLOW);
        assertThat(kept.goodSeconds()
                        + kept.causes().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .isEqualTo(137);
        assertThat(kept.figures().losses()).isEqualTo(1);
        assertThat(kept.figures().frames()).isEqualTo(135 * 25);
        assertThat(kept.figures().bitsPerSecond()).isEqualTo(2_060_000);
        assertThat(kept.players()).isEqualTo(1);
        assertThat(kept.smoothPlayers()).isEqualTo(1);
    }
}
