// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.health.PlayedStream.Fault;
import live.tributary.node.health.TileReading.Detail;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.transcoder.media.GroupsOfPictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HearingTest {

    private final PlayedStream stream = new PlayedStream().connect();

    private TileReading tile(Tile tile) {
        return stream.health.report().tiles().stream()
                .filter(reading -> reading.tile() == tile)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "-16, -3, GOOD, SOUND_HEARD",
        "-18, -3, GOOD, SOUND_HEARD",
        "-14, -1.1, GOOD, SOUND_HEARD",
        "-18.2, -3, LOOK, SOUND_QUIET",
        "-13.8, -3, LOOK, SOUND_LOUD",
        "-16, -1, LOOK, SOUND_LOUD",
        "-16, 0, FIX, SOUND_CLIPS",
        "-120, -120, FIX, SOUND_SILENT"
    })
    void judgesHowLoudTheLastMinuteWas(double lufs, double peakDb, Level level, Detail detail) {
        stream.sounding(lufs, peakDb).play(30);

        assertThat(tile(Tile.SOUND).level()).isEqualTo(level);
        assertThat(tile(Tile.SOUND).detail()).isEqualTo(detail);
        assertThat(tile(Tile.SOUND).values().get("peakDecibels")).isEqualTo(peakDb);
    }

    @Test
    void leavesPausesOut() {
        for (int i = 0; i < 10; i++) {
            stream.sounding(-16, -3).play(3).sounding(-45, -30).play(3);
        }

        assertThat(tile(Tile.SOUND).value()).isCloseTo(-16, within(0.1));
    }

    @Test
    void saysSinceWhenItIsSilentAndWritesItDown() {
        stream.sounding(-16, -3).play(20).sounding(-70, -60).play(25);

        assertThat(tile(Tile.SOUND).values()).containsEntry("silentSeconds", 25.0);
        assertThat(stream.health.report().sound().silentSeconds()).isEqualTo(25);
        assertThat(stream.health.report().stretches()).singleElement().satisfies(stretch -> {
            assertThat(stretch.cause()).isEqualTo(Cause.SOUND_SILENT);
            assertThat(stretch.seconds()).isEqualTo(26);
        });
    }

    @Test
    void saysThatNobodyListens() {
        stream.sounding(-5, 2).play(30).unheard().play(1);

        assertThat(tile(Tile.SOUND).level()).isEqualTo(Level.GOOD);
        assertThat(tile(Tile.SOUND).detail()).isEqualTo(Detail.SOUND_AHEAD);
        assertThat(tile(Tile.SOUND).value()).isZero();
        assertThat(stream.health.report().sound().measured()).isFalse();
    }

    @Test
    void saysFirstThatSoundIsFarFromItsPicture() {
        stream.sounding(-5, 2).play(30, new Fault(0, 0, 50, true, -1_200));

        assertThat(tile(Tile.SOUND).detail()).isEqualTo(Detail.SOUND_APART);
        assertThat(tile(Tile.SOUND).level()).isEqualTo(Level.FIX);
        assertThat(tile(Tile.SOUND).value()).isCloseTo(-5, within(0.1));
    }

    @Test
    void drawsLoudnessAboveSilence() {
        stream.sounding(-20, -3).play(10).sounding(-120, -120).play(5).unheard().play(5);

        assertThat(stream.health.report().history().loudness()).containsExactly(50, 50, 0, 0);
    }

    @Test
    void remembersHowLoudAWholeBroadcastWas() {
        stream.sounding(-20, -3).play(1_000).sounding(-60, -50).play(1_000);
        stream.health.ended(stream.now());

        var kept = stream.health.record(BroadcastId.next(stream.now()), ChannelId.random());

        assertThat(kept.figures().lufs()).isCloseTo(-20, within(0.1));
    }

    @Test
    void remembersThatNobodyListened() {
        stream.play(10);

        var kept = stream.health.record(BroadcastId.next(stream.now()), ChannelId.random());

        assertThat(kept.figures().lufs()).isZero();
    }

    @Test
    void tellsOfOpenGroupsOnlyWhereKeyFramesAreGood() {
        stream.withGroups(GroupsOfPictures.OPEN).play(30);
        assertThat(tile(Tile.KEY_FRAMES).level()).isEqualTo(Level.LOOK);
        assertThat(tile(Tile.KEY_FRAMES).detail()).isEqualTo(Detail.OPEN_GROUPS);
        assertThat(stream.health.report().groups()).isEqualTo(GroupsOfPictures.OPEN);

        stream.play(40, new Fault(0, 0, 150, true, 0));
        assertThat(tile(Tile.KEY_FRAMES).level()).isEqualTo(Level.FIX);
        assertThat(tile(Tile.KEY_FRAMES).detail()).isEqualTo(Detail.EVEN);
    }
}
