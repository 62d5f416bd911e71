// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.SegmentFile;
import live.tributary.transcoder.hls.SessionId;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.hls.View;

/** Reads the fields of one entry, each checked: what comes out may be used as a name. */
final class FieldReader {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");

    private final ByteBuffer in;

    FieldReader(byte[] entry) {
        in = ByteBuffer.wrap(entry);
    }

    boolean isAtEnd() {
        return !in.hasRemaining();
    }

    int unsignedByte() throws MalformedEntryException {
        return need(1).get() & 0xFF;
    }

    boolean flag() throws MalformedEntryException {
        var value = unsignedByte();
        require(value <= 1, "no flag");
        return value == 1;
    }

    int unsignedShort() throws MalformedEntryException {
        return need(2).getShort() & 0xFFFF;
    }

    int count() throws MalformedEntryException {
        var value = need(4).getInt();
        require(value >= 0, "negative count");
        return value;
    }

    long number() throws MalformedEntryException {
        var value = need(8).getLong();
        require(value >= 0, "negative number");
        return value;
    }

    double rate() throws MalformedEntryException {
        var value = need(8).getDouble();
        require(value >= 0 && value < Integer.MAX_VALUE, "no rate");
        return value;
    }

    Duration duration() throws MalformedEntryException {
        return Duration.ofNanos(number());
    }

    Instant date() throws MalformedEntryException {
        return Instant.ofEpochMilli(number());
    }

    String text() throws MalformedEntryException {
        var bytes = new byte[unsignedByte()];
        need(bytes.length).get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    byte[] content() throws MalformedEntryException {
        var length = count();
        var room = need(length);
        var bytes = new byte[length];
        room.get(bytes);
        return bytes;
    }

    SessionId session() throws MalformedEntryException {
        return SessionId.parse(text()).orElseThrow(() -> new MalformedEntryException("no session"));
    }

    RenditionName rendition() throws MalformedEntryException {
        return RenditionName.parse(text()).orElseThrow(() -> new MalformedEntryException("no rendition"));
    }

    PlaylistName playlist() throws MalformedEntryException {
        return new PlaylistName(flag() ? View.JOINED : View.CANONICAL, rendition());
    }

    InitName init() throws MalformedEntryException {
        var session = session();
        var playlist = playlist();
        var hash = text();
        require(HASH.matcher(hash).matches(), "no hash");
        return new InitName(session, playlist, hash);
    }

    FilePiece piece() throws MalformedEntryException {
        var session = session();
        var rendition = rendition();
        var file = new SegmentFile(session, rendition, number());
        return new FilePiece(file, count(), count());
    }

    VideoRange range() throws MalformedEntryException {
        return switch (unsignedByte()) {
            case EntryKind.SDR -> VideoRange.SDR;
            case EntryKind.HLG -> VideoRange.HLG;
            case EntryKind.PQ -> VideoRange.PQ;
            // The byte comes from a file that anything may have happened to.
            default -> throw new MalformedEntryException("unknown range");
        };
    }

    private ByteBuffer need(int bytes) throws MalformedEntryException {
        require(bytes <= in.remaining(), "ends too early");
        return in;
    }

    private static void require(boolean condition, String otherwise) throws MalformedEntryException {
        if (!condition) {
            throw new MalformedEntryException(otherwise);
        }
    }
}
