// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.SessionId;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.hls.View;
import live.tributary.transcoder.hls.WindowEntry;
import live.tributary.transcoder.hls.WindowEntry.Begun;
import live.tributary.transcoder.hls.WindowEntry.Declared;
import live.tributary.transcoder.hls.WindowEntry.Ended;
import live.tributary.transcoder.hls.WindowEntry.FrontMoved;
import live.tributary.transcoder.hls.WindowEntry.PartAdded;
import live.tributary.transcoder.hls.WindowEntry.Removed;
import live.tributary.transcoder.hls.WindowEntry.SegmentForgotten;
import live.tributary.transcoder.hls.WindowEntry.SegmentOpened;
import live.tributary.transcoder.hls.WindowEntry.TargetsFixed;
import live.tributary.transcoder.hls.WindowEntry.TrackBegun;
import live.tributary.transcoder.hls.WindowEntry.TrackClosed;
import live.tributary.transcoder.hls.WindowEntry.TrackOpened;
import live.tributary.transcoder.hls.WindowTargets;

/** Entries as a window writes them, and their bytes, counted out by hand from the format. */
final class Entries {

    static final SessionId SESSION = new SessionId("0123abcd");
    static final PlaylistName SOURCE = new PlaylistName(View.CANONICAL, RenditionName.SOURCE);
    static final PlaylistName JOINED = new PlaylistName(View.JOINED, RenditionName.SOURCE);
    static final PlaylistName AUDIO = new PlaylistName(View.CANONICAL, RenditionName.AUDIO);
    static final InitName INIT = new InitName(SESSION, SOURCE, "00112233aabbccdd");
    static final Duration PART = Duration.ofMillis(200);

    private static final String SESSION_HEX = "08" + hex("0123abcd");
    private static final String SOURCE_HEX = "06" + hex("source");
    private static final String AUDIO_HEX = "05" + hex("audio");
    private static final String INIT_HEX = SESSION_HEX + "00" + SOURCE_HEX + "10" + hex("00112233aabbccdd");
    private static final String MSN_HEX = "0000000000000064";
    private static final String PART_HEX = "000000000bebc200";

    /** An entry and the bytes that stand for it. */
    record Vector(WindowEntry entry, String hex) {}

    private Entries() {}

    static FilePiece piece(RenditionName rendition, long msn, int offset, int length) {
        return new FilePiece(new SegmentFile(SESSION, rendition, msn), offset, length);
    }

    static SegmentOpened opened(long msn) {
        return new SegmentOpened(msn, 7, false, SESSION, Instant.ofEpochSecond(1_764_072_000, 123_000_000));
    }

    static PartAdded part(long msn, int offset, int length) {
        return new PartAdded(SOURCE, msn, PART, true, List.of(piece(RenditionName.SOURCE, msn, offset, length)));
    }

    static TargetsFixed targets() {
        return new TargetsFixed(new WindowTargets(Duration.ofSeconds(2), PART, Duration.ofMillis(222)));
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(targets(), "01" + "0000000077359400" + PART_HEX + "000000000d3b7380"),
                new Vector(
                        new Declared(
                                RenditionName.SOURCE,
                                new VideoFormat("avc1.64001f", 1280, 720, 30, VideoRange.HLG, true, 2_500_000),
                                true),
                        "02" + SOURCE_HEX + "01" + "0b" + hex("avc1.64001f") + "00000500" + "000002d0"
                                + "403e000000000000" + "01" + "01" + "002625a0"),
                new Vector(
                        new Declared(RenditionName.AUDIO, new AudioFormat("opus", "opus", 2, 128_000), false),
                        "03" + AUDIO_HEX + "00" + "04" + hex("opus") + "04" + hex("opus") + "00000002" + "0001f400"),
                new Vector(new Begun(INIT, new byte[] {1, 2, 3}), "04" + INIT_HEX + "00000003" + "010203"),
                new Vector(new Removed(RenditionName.SOURCE), "05" + SOURCE_HEX),
                new Vector(
                        new SegmentOpened(100, 7, true, SESSION, Instant.ofEpochSecond(1_764_072_000, 123_000_000)),
                        "06" + MSN_HEX + "0000000000000007" + "01" + SESSION_HEX + "0000019abae28a7b"),
                new Vector(new TrackOpened(JOINED, 100), "07" + "01" + SOURCE_HEX + MSN_HEX),
                new Vector(
                        new PartAdded(
                                JOINED,
                                100,
                                PART,
                                true,
                                List.of(
                                        piece(RenditionName.SOURCE, 100, 0, 4096),
                                        piece(RenditionName.AUDIO, 100, 16, 512))),
                        "08" + "01" + SOURCE_HEX + MSN_HEX + PART_HEX + "01" + "0002"
                                + SESSION_HEX + SOURCE_HEX + MSN_HEX + "00000000" + "00001000"
                                + SESSION_HEX + AUDIO_HEX + MSN_HEX + "00000010" + "00000200"),
                new Vector(
                        new TrackClosed(SOURCE, 100, Duration.ofSeconds(2)),
                        "09" + "00" + SOURCE_HEX + MSN_HEX + "0000000077359400"),
                new Vector(new FrontMoved(100), "0a" + MSN_HEX),
                new Vector(new SegmentForgotten(100), "0b" + MSN_HEX),
                new Vector(new Ended(), "0c"),
                new Vector(new TrackBegun(INIT, 100), "0d" + INIT_HEX + MSN_HEX));
    }

    static List<WindowEntry> all() {
        return vectors().map(Vector::entry).toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
