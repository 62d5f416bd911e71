// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.transcoder.hls.MediaAnswer.Absent;
import live.tributary.transcoder.hls.MediaAnswer.Awaited;
import live.tributary.transcoder.hls.MediaAnswer.Found;
import live.tributary.transcoder.hls.MediaAnswer.Stored;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.MasterName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;

import static live.tributary.transcoder.hls.TestBroadcast.AUDIO;
import static live.tributary.transcoder.hls.TestBroadcast.JOINED;
import static live.tributary.transcoder.hls.TestBroadcast.PART;
import static live.tributary.transcoder.hls.TestBroadcast.PICTURE;
import static live.tributary.transcoder.hls.TestBroadcast.SOUND;
import static live.tributary.transcoder.hls.TestBroadcast.SOURCE;
import static live.tributary.transcoder.hls.TestBroadcast.TARGETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LiveWindowTest {

    private static final Instant NINE_HOURS_LATER = Instant.parse("2026-01-01T09:59:00Z");

    private static final SessionId FIRST_SESSION = new SessionId("yp04y5yh");

    private final TestBroadcast broadcast = TestBroadcast.withPictureAndSound();
    private final LiveWindow window = broadcast.window();

    @AfterEach
    void everyBufferComesHome() {
        broadcast.close();
        assertThat(broadcast.memory.activeBuffers()).isZero();
    }

    @Test
    void showsNothingBeforeItsTargetsAreKnown() {
        broadcast.segments(1);
        assertThat(window.state()).isEqualTo(WindowState.STARTING);
        assertThat(broadcast.playlist(SOURCE)).isEqualTo("none");
        assertThat(broadcast.master(View.CANONICAL)).isEqualTo("none");
        assertThat(media(part(SOURCE, 100, 0))).isEqualTo("absent");
        assertThat(window.reload(SOURCE, new ReloadPoint(100, 0))).isEqualTo(ReloadVerdict.AWAITED);
        broadcast.writer.goLive(TARGETS);
        assertThat(window.state()).isEqualTo(WindowState.LIVE);
        assertThat(broadcast.playlist(SOURCE)).contains("source/100.9.m4s");
    }

    @Test
    void lendsTheBytesOfPartsSegmentsAndInitializationSegments() {
        live();
        assertThat(media(part(SOURCE, 100, 1))).isEqualTo("source 1;");
        assertThat(media(part(AUDIO, 100, 1))).isEqualTo("sound audio 1;");
        assertThat(media(new SegmentName(FIRST_SESSION, SOURCE, 100)))
                .startsWith("source 0;source 1;")
                .endsWith("source 9;");
        var map = broadcast.playlist(SOURCE).replaceFirst("(?s).*EXT-X-MAP:URI=\"(.*?)\".*", "$1");
        assertThat(media(MediaName.parse(map).orElseThrow())).isEqualTo("init picture");
        assertThat(media(new InitName(FIRST_SESSION, SOURCE, "0000000000000000")))
                .isEqualTo("absent");
    }

    @Test
    void joinsPictureAndSoundOfAPartWithoutPackagingThemAgain() {
        live();
        assertThat(media(part(JOINED, 100, 1))).isEqualTo("source 1;audio 1;");
        assertThat(media(new SegmentName(FIRST_SESSION, JOINED, 100))).startsWith("source 0;audio 0;source 1;audio 1;");
    }

    @Test
    void putsSoundThatComesAfterItsPictureIntoTheNextJoinedPart() {
        live();
        broadcast.open(false);
        broadcast.add(RenditionName.SOURCE, PART, true);
        broadcast.writer.publish();
        broadcast.add(RenditionName.AUDIO, PART, true);
        broadcast.writer.publish();
        broadcast.add(RenditionName.SOURCE, PART, false);
        broadcast.writer.publish();
        assertThat(media(part(JOINED, 101, 0))).isEqualTo("source 10;");
        assertThat(media(part(JOINED, 101, 1))).isEqualTo("source 10;audio 10;");
        assertThat(media(part(JOINED, 101, 2))).isEqualTo("awaited");
    }

    @Test
    void joinsEachPictureOfOnePublicationByItself() {
        broadcast.open(false);
        for (int i = 0; i < 3; i++) {
            broadcast.add(RenditionName.SOURCE, PART, i == 0);
            broadcast.add(RenditionName.AUDIO, PART, true);
        }
        broadcast.close(PART.multipliedBy(3));
        broadcast.writer.goLive(TARGETS);
        assertThat(media(part(JOINED, 100, 2))).isEqualTo("source 0;audio 0;");
        assertThat(media(part(JOINED, 100, 3))).isEqualTo("absent");
    }

    @Test
    void awaitsExactlyThePartsThatMayComeNext() {
        live();
        broadcast.open(false);
        broadcast.parts(2);
        assertThat(media(part(SOURCE, 101, 2))).isEqualTo("awaited");
        assertThat(media(part(SOURCE, 102, 0))).isEqualTo("awaited");
        assertThat(media(part(SOURCE, 101, 3))).isEqualTo("absent");
        assertThat(media(part(SOURCE, 102, 1))).isEqualTo("absent");
        assertThat(media(new PartName(new SessionId("00000000"), SOURCE, 101, 2)))
                .isEqualTo("absent");
        assertThat(media(new SegmentName(FIRST_SESSION, SOURCE, 101))).isEqualTo("absent");
        assertThat(media(part(new PlaylistName(View.CANONICAL, new RenditionName("720p")), 101, 2)))
                .isEqualTo("absent");
    }

    @Test
    void saysThatAHintedPartWillNotComeAsSoonAsThatIsKnown() {
        live();
        broadcast.open(false);
        broadcast.parts(2);
        broadcast.close(PART.multipliedBy(2));
        broadcast.writer.publish();
        assertThat(media(part(SOURCE, 101, 2))).isEqualTo("absent");
        assertThat(media(part(SOURCE, 102, 0))).isEqualTo("awaited");
        broadcast.writer.end();
        assertThat(media(part(SOURCE, 102, 0))).isEqualTo("absent");
    }

    @Test
    void keepsMediaAsLongAsAPlaylistThatListedItIsPlayed() {
        live();
        broadcast.segments(6);
        assertThat(broadcast.playlist(SOURCE)).contains("MEDIA-SEQUENCE:101").doesNotContain("/100.m4s");
        assertThat(media(part(SOURCE, 100, 0))).isEqualTo("source 0;");
        broadcast.segments(6);
        assertThat(media(part(SOURCE, 100, 0))).isEqualTo("source 0;");
        broadcast.segments(1);
        assertThat(media(part(SOURCE, 100, 0))).isEqualTo("absent");
        assertThat(media(new SegmentName(FIRST_SESSION, JOINED, 100))).isEqualTo("absent");
    }

    @Test
    void holdsNoMoreBuffersHoweverLongTheBroadcastLasts() {
        live();
        for (int i = 0; i < 2; i++) {
            broadcast.session(PICTURE, SOUND);
            broadcast.segments(10);
        }
        var settled = broadcast.memory.activeBuffers();
        for (int i = 0; i < 20; i++) {
            broadcast.session(PICTURE, SOUND);
            broadcast.segments(10);
        }
        assertThat(broadcast.memory.activeBuffers()).isEqualTo(settled);
    }

    @Test
    void leavesABorrowedBufferReadableAfterTheWindowIsGone() {
        live();
        var answer = window.part(part(SOURCE, 100, 1));
        broadcast.close();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(TestBroadcast.text(found.bytes())).isEqualTo("source 1;"));
        assertThat(window.state()).isEqualTo(WindowState.CLOSED);
        assertThat(window.reload(SOURCE, new ReloadPoint(101, 0))).isEqualTo(ReloadVerdict.PRESENT);
        assertThat(broadcast.playlist(SOURCE)).isEqualTo("none");
        assertThat(media(part(SOURCE, 100, 1))).isEqualTo("absent");
    }

    @Test
    void showsFinalPlaylistsAfterTheEnd() {
        live();
        broadcast.open(false);
        broadcast.parts(3);
        broadcast.writer.end();
        assertThat(window.state()).isEqualTo(WindowState.ENDED);
        assertThat(broadcast.playlist(AUDIO)).endsWith("#EXT-X-ENDLIST\n");
        assertThat(media(new SegmentName(FIRST_SESSION, SOURCE, 101))).isEqualTo("source 10;source 11;source 12;");
        assertThat(window.staysAfterEnd()).isEqualTo(Duration.ofSeconds(60 + 2 * 12));
    }

    @Test
    void handsItsNumbersOnToTheNextBroadcast() {
        live();
        assertThat(window.nextNumbers()).isEqualTo(new FirstNumbers(101, 7, true));
        broadcast.open(true);
        broadcast.parts(1);
        broadcast.writer.end();
        broadcast.close();
        assertThat(window.nextNumbers()).isEqualTo(new FirstNumbers(102, 8, true));
        assertThat(FirstNumbers.after(window, Instant.ofEpochSecond(5))).isEqualTo(new FirstNumbers(102, 8, true));
        assertThat(FirstNumbers.after(window, NINE_HOURS_LATER))
                .isEqualTo(new FirstNumbers(NINE_HOURS_LATER.getEpochSecond(), 9, true));
    }

    @Test
    void startsAboveWhatWasForgottenYetLowEnoughForPlayersThatKeepOneSlotPerDiscontinuity() {
        assertThat(FirstNumbers.fresh(NINE_HOURS_LATER))
                .isEqualTo(new FirstNumbers(NINE_HOURS_LATER.getEpochSecond(), 9, false));
        assertThat(FirstNumbers.fresh(Instant.parse("2046-01-01T00:00:00Z")).discontinuitySequence())
                .isLessThan(200_000);
    }

    @Test
    void compressesAPlaylistToTheSameText() throws IOException {
        live();
        var zipped = window.playlist(SOURCE, PlaylistForm.FULL, Encoding.GZIP).orElseThrow();
        var bytes = new byte[zipped.readableBytes()];
        zipped.readBytes(bytes).release();
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(broadcast.playlist(SOURCE));
        }
    }

    @Test
    void rendersAPlaylistOnceForAllWhoAskBetweenTwoParts() {
        live();
        var one = window.playlist(SOURCE, PlaylistForm.FULL, Encoding.PLAIN).orElseThrow();
        var buffers = broadcast.memory.activeBuffers();
        var other = window.playlist(SOURCE, PlaylistForm.FULL, Encoding.PLAIN).orElseThrow();
        assertThat(broadcast.memory.activeBuffers()).isEqualTo(buffers);
        one.release();
        other.release();
    }

    @Test
    void tellsItsListenerOfEachPublicationTheEndAndTheClose() {
        var heard = new ArrayList<WindowState>();
        window.listen(changed -> heard.add(changed.state()));
        broadcast.open(false);
        broadcast.parts(1);
        assertThat(heard).isEmpty();
        broadcast.writer.goLive(TARGETS);
        broadcast.part(PART, false);
        broadcast.writer.end();
        broadcast.close();
        assertThat(heard).containsExactly(WindowState.LIVE, WindowState.LIVE, WindowState.ENDED, WindowState.CLOSED);
    }

    @Test
    void listsARenditionThatJoinsLateFromItsFirstSegment() {
        broadcast.writer.remove(RenditionName.AUDIO);
        broadcast.open(false);
        broadcast.add(RenditionName.SOURCE, PART, true);
        broadcast.close(PART);
        broadcast.writer.goLive(TARGETS);
        assertThat(broadcast.playlist(AUDIO)).isEqualTo("none");
        assertThat(broadcast.master(View.CANONICAL)).doesNotContain("audio");
        broadcast.session(PICTURE, SOUND);
        broadcast.open(true);
        broadcast.parts(1);
        assertThat(broadcast.playlist(AUDIO)).contains("MEDIA-SEQUENCE:101\n#EXT-X-DISCONTINUITY-SEQUENCE:7\n");
        assertThat(broadcast.master(View.CANONICAL)).contains("audio.m3u8");
    }

    @Test
    void refusesAPartThatWasNotWrittenInFull() {
        broadcast.open(false);
        try (var part = broadcast.writer.newPart(10)) {
            part.bytes().put((byte) 1);
            assertThatThrownBy(() -> broadcast.writer.addPart(RenditionName.SOURCE, part, PART, true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("9 bytes unwritten");
        }
    }

    @Test
    void refusesCallsInTheWrongOrder() {
        broadcast.open(false);
        assertThatThrownBy(() -> broadcast.open(false)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(broadcast.writer::beginSession).isInstanceOf(IllegalStateException.class);
        broadcast.parts(1);
        broadcast.writer.closeSegment(Map.of());
        assertThatThrownBy(() -> broadcast.writer.closeSegment(Map.of())).isInstanceOf(IllegalStateException.class);
        broadcast.writer.goLive(TARGETS);
        assertThatThrownBy(() -> broadcast.writer.goLive(TARGETS)).isInstanceOf(IllegalStateException.class);
    }

    private void live() {
        broadcast.segments(1);
        broadcast.writer.goLive(TARGETS);
    }

    private static PartName part(PlaylistName playlist, long msn, int part) {
        return new PartName(FIRST_SESSION, playlist, msn, part);
    }

    private String media(MediaName name) {
        var answer = switch (name) {
            case MasterName master -> found(window.master(master, Encoding.PLAIN));
            case PlaylistName playlist -> found(window.playlist(playlist, PlaylistForm.FULL, Encoding.PLAIN));
            case PartName part -> window.part(part);
            case SegmentName segment -> window.segment(segment);
            case InitName init -> window.init(init);
        };
        return switch (answer) {
            case Found found -> (found.audioOnly() ? "sound " : "") + TestBroadcast.text(found.bytes());
            case Stored _ -> "stored";
            case Awaited _ -> "awaited";
            case Absent _ -> "absent";
        };
    }

    private static MediaAnswer found(Optional<io.netty.buffer.ByteBuf> text) {
        return text.<MediaAnswer>map(bytes -> new Found(bytes, false)).orElseGet(Absent::new);
    }
}
