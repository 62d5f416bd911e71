// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.transcoder.hls.MediaName.PlaylistName;

import static live.tributary.transcoder.hls.TestBroadcast.AUDIO;
import static live.tributary.transcoder.hls.TestBroadcast.PICTURE;
import static live.tributary.transcoder.hls.TestBroadcast.SOUND;
import static live.tributary.transcoder.hls.TestBroadcast.SOURCE;
import static live.tributary.transcoder.hls.TestBroadcast.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;

/** Three closed segments, 100 to 102 with parts 0 to 9, and four parts of 103. */
class ReloadTest {

    private final TestBroadcast broadcast = TestBroadcast.withPictureAndSound();

    @BeforeEach
    void openAFourthSegment() {
        broadcast.segments(3);
        broadcast.writer.goLive(TARGETS);
        broadcast.open(false);
        broadcast.parts(4);
    }

    @AfterEach
    void close() {
        broadcast.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, -1, PRESENT",
        "102, -1, PRESENT",
        "102, 9, PRESENT",
        "102, 10, PRESENT",
        "103, -1, AWAITED",
        "103, 3, PRESENT",
        "103, 4, AWAITED",
        "103, 18, AWAITED",
        "103, 19, TOO_FAR",
        "104, -1, AWAITED",
        "104, 0, AWAITED",
        "104, 14, AWAITED",
        "104, 15, TOO_FAR",
        "105, -1, TOO_FAR",
        "105, 0, TOO_FAR",
    })
    void judgesByWhatIsListed(long msn, int part, ReloadVerdict verdict) {
        assertThat(broadcast.window().reload(SOURCE, new ReloadPoint(msn, part)))
                .isEqualTo(verdict);
    }

    @Test
    void takesAPartBeyondTheLastOneOfAClosedSegmentForTheFirstOfTheNext() {
        broadcast.close(Duration.ofMillis(800));
        broadcast.writer.publish();
        assertThat(broadcast.window().reload(SOURCE, new ReloadPoint(103, 4))).isEqualTo(ReloadVerdict.AWAITED);
        broadcast.open(false);
        broadcast.writer.publish();
        assertThat(broadcast.window().reload(SOURCE, new ReloadPoint(103, 4))).isEqualTo(ReloadVerdict.AWAITED);
        broadcast.parts(1);
        assertThat(broadcast.window().reload(SOURCE, new ReloadPoint(103, 4))).isEqualTo(ReloadVerdict.PRESENT);
    }

    @Test
    void awaitsASegmentThatThisPlaylistDoesNotHave() {
        broadcast.close(Duration.ofMillis(800));
        broadcast.loseThePicture();
        broadcast.open(true);
        broadcast.parts(10);
        broadcast.close(Duration.ofSeconds(2));

        assertThat(verdict(SOURCE, 104, -1)).isEqualTo(ReloadVerdict.AWAITED);
        assertThat(verdict(SOURCE, 103, 4)).isEqualTo(ReloadVerdict.AWAITED);
        assertThat(verdict(SOURCE, 103, -1)).isEqualTo(ReloadVerdict.PRESENT);
        assertThat(verdict(SOURCE, 1, -1)).isEqualTo(ReloadVerdict.PRESENT);
        assertThat(verdict(SOURCE, 107, -1)).isEqualTo(ReloadVerdict.TOO_FAR);
        assertThat(verdict(AUDIO, 104, -1)).isEqualTo(ReloadVerdict.PRESENT);
    }

    @Test
    void takesASegmentFromWhileAPlaylistWasAwayForOld() {
        broadcast.close(Duration.ofMillis(800));
        broadcast.loseThePicture();
        broadcast.open(true);
        broadcast.parts(10);
        broadcast.close(Duration.ofSeconds(2));
        broadcast.session(PICTURE, SOUND);
        broadcast.open(true);
        broadcast.parts(1);

        assertThat(verdict(SOURCE, 104, -1)).isEqualTo(ReloadVerdict.PRESENT);
        assertThat(verdict(SOURCE, 105, 0)).isEqualTo(ReloadVerdict.PRESENT);
        assertThat(verdict(SOURCE, 105, 1)).isEqualTo(ReloadVerdict.AWAITED);
    }

    private ReloadVerdict verdict(PlaylistName playlist, long msn, int part) {
        return broadcast.window().reload(playlist, new ReloadPoint(msn, part));
    }

    @Test
    void answersEverythingOnceTheBroadcastHasEnded() {
        broadcast.writer.end();
        assertThat(broadcast.window().reload(SOURCE, new ReloadPoint(999, 99))).isEqualTo(ReloadVerdict.PRESENT);
    }
}
