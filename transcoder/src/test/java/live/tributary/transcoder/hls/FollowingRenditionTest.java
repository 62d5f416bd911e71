// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.MediaAnswer.Found;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;

import static live.tributary.transcoder.hls.TestBroadcast.PART;
import static live.tributary.transcoder.hls.TestBroadcast.PICTURE;
import static live.tributary.transcoder.hls.TestBroadcast.SOUND;
import static live.tributary.transcoder.hls.TestBroadcast.SOURCE;
import static live.tributary.transcoder.hls.TestBroadcast.TARGETS;
import static live.tributary.transcoder.hls.TestBroadcast.bytes;
import static live.tributary.transcoder.hls.TestBroadcast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/** A rendition that an encoder makes of the publisher's picture: it rests, it starts late, it lags, it stops. */
class FollowingRenditionTest {

    private static final RenditionName SMALL = new RenditionName("h360");
    private static final PlaylistName SMALL_LIST = new PlaylistName(View.CANONICAL, SMALL);
    private static final PlaylistName SMALL_JOINED = new PlaylistName(View.JOINED, SMALL);
    private static final Duration SEGMENT = Duration.ofSeconds(2);

    private final TestBroadcast broadcast = new TestBroadcast();

    @BeforeEach
    void aBroadcastThatOffersASmallerPicture() {
        broadcast.session(PICTURE, SOUND);
        broadcast.writer.offer(SMALL, new VideoFormat("avc1.64001e", 640, 360, 30, VideoRange.SDR, false, 600_000));
        broadcast.segments(1);
        broadcast.writer.goLive(TARGETS);
    }

    @AfterEach
    void allMemoryComesBack() {
        broadcast.close();
        assertThat(broadcast.memory.activeBuffers()).isZero();
    }

    @Test
    void restingItListsGapsWithoutAMapAndStandsInTheMaster() {
        closeNext();
        assertThat(lines(SMALL_LIST, "#EXT-X-GAP", "#EXT-X-MAP", "#EXT-X-PRELOAD"))
                .containsExactly("#EXT-X-GAP", "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"%s\"".formatted(part(101, 0)));
        assertThat(broadcast.master(View.CANONICAL))
                .contains("RESOLUTION=640x360")
                .contains("h360.m3u8");
        assertThat(broadcast.master(View.JOINED)).contains("j-h360.m3u8");
    }

    @Test
    void restingItIsReportedWhereItsViewersStand() {
        broadcast.open(false);
        broadcast.parts(4);
        assertThat(lines(SOURCE, "#EXT-X-RENDITION-REPORT:URI=\"h360"))
                .containsExactly("#EXT-X-RENDITION-REPORT:URI=\"h360.m3u8\",LAST-MSN=101,LAST-PART=3");
        assertThat(broadcast.window().reload(SMALL_LIST, new ReloadPoint(101, 4)))
                .isEqualTo(ReloadVerdict.AWAITED);
        assertThat(broadcast.window().reload(SMALL_LIST, new ReloadPoint(101, 19)))
                .isEqualTo(ReloadVerdict.TOO_FAR);
    }

    @Test
    void restingItIsAwakenedByWhoAsksForIt() {
        long before = System.nanoTime();
        assertThat(broadcast.window().demandedSince(before)).isEmpty();
        assertThat(broadcast.window().awakening(SMALL_LIST)).contains(new ReloadPoint(100, 0));
        broadcast.playlist(SMALL_LIST);
        broadcast.playlist(SOURCE);
        assertThat(broadcast.window().demandedSince(before)).containsExactlyInAnyOrder(SMALL, RenditionName.SOURCE);
        assertThat(broadcast.window().demandedSince(System.nanoTime() + 1)).isEmpty();
        start();
        assertThat(broadcast.window().awakening(SMALL_LIST)).isEmpty();
        assertThat(broadcast.window().awakening(SOURCE)).isEmpty();
    }

    @Test
    void itsPlayersAreCountedByWhatTheyWaitFor() {
        long before = System.nanoTime();
        broadcast.window().reload(SMALL_LIST, new ReloadPoint(101, 0));
        broadcast.window().reload(SMALL_JOINED, new ReloadPoint(101, 0));
        broadcast.window().reload(SOURCE, new ReloadPoint(101, 0));
        broadcast.window().reload(SMALL_LIST, new ReloadPoint(999_999, 0));
        assertThat(broadcast.window().followers(SMALL)).isEqualTo(2);
        assertThat(broadcast.window().followers(RenditionName.SOURCE)).isEqualTo(1);
        broadcast.window().reload(new PlaylistName(View.CANONICAL, new RenditionName("x1")), new ReloadPoint(101, 0));
        assertThat(broadcast.window().demandedSince(before)).containsExactlyInAnyOrder(SMALL, RenditionName.SOURCE);
    }

    @Test
    void startedItGoesOnAfterTheGapsWithTheSameNumbers() {
        closeNext();
        broadcast.open(false);
        broadcast.parts(2);
        start();
        add(true);
        assertThat(lines(SMALL_LIST, "#EXT-X-MEDIA-S", "#EXT-X-GAP", "#EXT-X-MAP", "#EXT-X-PART:"))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("#EXT-X-MEDIA-SEQUENCE:100"),
                        line -> assertThat(line).isEqualTo("#EXT-X-GAP"),
                        line -> assertThat(line).startsWith("#EXT-X-MAP"),
                        line -> assertThat(line).contains(part(101, 0)).endsWith("INDEPENDENT=YES"));
    }

    @Test
    void laggingItEndsWhereItsOwnPartsEnd() {
        closeNext();
        start();
        broadcast.segments(1);
        broadcast.open(false);
        broadcast.parts(3);
        add(true);
        add(false);
        assertThat(lines(SMALL_LIST, "#EXT-X-PART:", "#EXTINF"))
                .hasSize(3)
                .last(STRING)
                .contains(part(101, 1));
        assertThat(lines(SMALL_LIST, "#EXT-X-PRELOAD")).first(STRING).contains(part(101, 2));
        assertThat(lines(SOURCE, "#EXT-X-RENDITION-REPORT:URI=\"h360"))
                .containsExactly("#EXT-X-RENDITION-REPORT:URI=\"h360.m3u8\",LAST-MSN=101,LAST-PART=1");
        assertThat(broadcast.window().reload(SMALL_LIST, new ReloadPoint(102, 2)))
                .isEqualTo(ReloadVerdict.AWAITED);
        assertThat(broadcast.window().isAwaited(new PartName(session(), SMALL_LIST, 101, 2)))
                .isTrue();
    }

    @Test
    void itsSegmentsCloseAfterThePublishers() {
        closeNext();
        start();
        broadcast.segments(1);
        add(true);
        closeNext();
        broadcast.open(false);
        broadcast.parts(1);
        add(true);
        assertThat(lines(SMALL_LIST, "#EXTINF", "h360")).hasSize(2);
        assertThat(lines(SMALL_LIST, "#EXT-X-PART:")).last(STRING).contains(part(102, 0));
    }

    @Test
    void theOpenSegmentOfThePublisherIsNotClosedForIt() {
        closeNext();
        broadcast.open(false);
        broadcast.parts(1);
        closeNext();
        start();
        add(true);
        assertThat(lines(SMALL_LIST, "#EXT-X-PART:")).last(STRING).contains(part(101, 0));
    }

    @Test
    void itsJoinedPartsHoldTheSoundOfTheirOwnSegment() {
        closeNext();
        start();
        broadcast.segments(1);
        broadcast.open(false);
        broadcast.parts(3);
        add(true);
        closeNext();
        assertThat(content(new PartName(session(), SMALL_JOINED, 101, 0)))
                .startsWith("h360")
                .contains("audio 10;")
                .contains("audio 19;")
                .doesNotContain("audio 9;")
                .doesNotContain("audio 20;");
    }

    @Test
    void stoppedItsSegmentsAreGapsAgain() {
        closeNext();
        start();
        broadcast.segments(1);
        add(true);
        closeNext();
        broadcast.writer.rest(SMALL);
        broadcast.segments(1);
        closeNext();
        assertThat(lines(SMALL_LIST, "#EXT-X-GAP", "#EXTINF"))
                .containsExactly(
                        "#EXT-X-GAP", "#EXTINF:2.00000,", "#EXTINF:2.00000,", "#EXT-X-GAP", "#EXTINF:2.00000,");
    }

    @Test
    void itsEndIsTheEndOfTheBroadcast() {
        closeNext();
        start();
        broadcast.segments(1);
        add(true);
        broadcast.writer.end();
        assertThat(broadcast.playlist(SMALL_LIST)).endsWith("#EXT-X-ENDLIST\n");
        assertThat(lines(SMALL_LIST, "#EXTINF")).containsExactly("#EXTINF:2.00000,", "#EXTINF:0.20000,");
    }

    @Test
    void withdrawnItIsNoLongerOffered() {
        closeNext();
        broadcast.writer.remove(SMALL);
        broadcast.segments(1);
        assertThat(broadcast.master(View.CANONICAL)).doesNotContain("h360");
    }

    @Test
    void whoPlaysItWhenItIsWithdrawnHearsSoAtOnceAndGoesElsewhere() {
        closeNext();
        start();
        broadcast.segments(1);
        add(true);
        var next = new ReloadPoint(101, 1);
        assertThat(broadcast.window().answers(SMALL_LIST, next)).isFalse();
        broadcast.writer.remove(SMALL);
        broadcast.writer.publish();
        assertThat(broadcast.window().answers(SMALL_LIST, next)).isTrue();
        assertThat(broadcast.playlist(SMALL_LIST)).isEqualTo("none");
        assertThat(content(new PartName(session(), SMALL_LIST, 101, 0)))
                .as("what was listed can still be fetched")
                .startsWith("h360");
    }

    @Test
    void whoPlaysAFurtherPictureOfThePublishersWaitsUntilItComesBack() {
        var further = RenditionName.furtherPicture(360);
        var list = new PlaylistName(View.CANONICAL, further);
        broadcast.writer.offer(further, new VideoFormat("avc1.64001e", 640, 360, 30, VideoRange.SDR, false, 600_000));
        broadcast.segments(1);
        broadcast.writer.start(further, bytes("init further"), bytes("init further and sound"));
        broadcast.add(further, PART, true);
        broadcast.writer.publish();
        broadcast.writer.closeNext(further, SEGMENT);
        broadcast.writer.remove(further);
        broadcast.segments(1);
        broadcast.writer.publish();
        assertThat(broadcast.master(View.CANONICAL)).doesNotContain("t360");
        assertThat(broadcast.playlist(list)).contains("/t360/101.m4s");
        assertThat(broadcast.window().answers(list, new ReloadPoint(102, 0))).isFalse();
    }

    @Test
    void soundOfASegmentThatWasAGapIsNotInTheNextOne() {
        closeNext();
        start();
        broadcast.segments(1);
        closeNext();
        broadcast.open(false);
        broadcast.parts(1);
        add(true);
        assertThat(content(new PartName(session(), SMALL_JOINED, 102, 0)))
                .startsWith("h360")
                .contains("audio 20;")
                .doesNotContain("audio 1");
    }

    @Test
    void howeverFarItLagsItsPartsGoIntoTheirOwnSegment() {
        closeNext();
        broadcast.segments(1);
        start();
        add(true);
        broadcast.segments(30);
        add(false);
        assertThat(content(new PartName(session(), SMALL_LIST, 101, 0))).startsWith("h360");
        assertThat(content(new PartName(session(), SMALL_LIST, 101, 1))).startsWith("h360");
        for (int segment = 0; segment < 31; segment++) {
            closeNext();
        }
        // Once it has caught up, what is old goes as ever.
        broadcast.segments(9);
        assertThat(content(new PartName(session(), SMALL_LIST, 101, 0))).isEqualTo("none");
    }

    private void start() {
        broadcast.writer.start(SMALL, bytes("init small"), bytes("init small and sound"));
        broadcast.writer.publish();
    }

    private void add(boolean independent) {
        broadcast.add(SMALL, PART, independent);
        broadcast.writer.publish();
    }

    private void closeNext() {
        broadcast.writer.closeNext(SMALL, SEGMENT);
        broadcast.writer.publish();
    }

    private List<String> lines(PlaylistName playlist, String... beginnings) {
        return broadcast
                .playlist(playlist)
                .lines()
                .filter(line -> Stream.of(beginnings).anyMatch(line::startsWith))
                .toList();
    }

    /** The address of a part of the smaller picture, as it stands in the playlist. */
    private String part(long msn, int part) {
        return new PartName(session(), SMALL_LIST, msn, part).path();
    }

    private SessionId session() {
        var hint = lines(SOURCE, "#EXT-X-PRELOAD").getFirst();
        return SessionId.parse(hint.replaceAll(".*URI=\"", "").replaceAll("/.*", ""))
                .orElseThrow();
    }

    private String content(PartName name) {
        return switch (broadcast.window().part(name)) {
            case Found found -> text(found.bytes());
            default -> "none";
        };
    }
}
