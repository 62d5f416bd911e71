// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.RenditionFormat;
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

/** Entries to bytes: big-endian numbers, durations in nanoseconds, dates in milliseconds as playlists have them,
 * text after its length. */
final class EntryEncoder {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private EntryEncoder() {}

    static byte[] encode(WindowEntry entry) {
        var encoder = new EntryEncoder();
        try {
            encoder.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return encoder.bytes.toByteArray();
    }

    private void write(WindowEntry entry) throws IOException {
        switch (entry) {
            case TargetsFixed(var targets) -> {
                out.writeByte(EntryKind.TARGETS_FIXED);
                duration(targets.targetDuration());
                duration(targets.partTarget());
                duration(targets.audioPartTarget());
            }
            case Declared declared -> declared(declared);
            case Begun(var init, var content) -> {
                out.writeByte(EntryKind.BEGUN);
                init(init);
                content(content);
            }
            case Removed(var rendition) -> {
                out.writeByte(EntryKind.REMOVED);
                text(rendition.value());
            }
            case SegmentOpened opened -> opened(opened);
            case TrackOpened(var playlist, var msn) -> {
                out.writeByte(EntryKind.TRACK_OPENED);
                playlist(playlist);
                out.writeLong(msn);
            }
            case TrackBegun(var init, var msn) -> {
                out.writeByte(EntryKind.TRACK_BEGUN);
                init(init);
                out.writeLong(msn);
            }
            case PartAdded part -> part(part);
            case TrackClosed(var playlist, var msn, var duration) -> {
                out.writeByte(EntryKind.TRACK_CLOSED);
                playlist(playlist);
                out.writeLong(msn);
                duration(duration);
            }
            case FrontMoved(var firstListed) -> numbered(EntryKind.FRONT_MOVED, firstListed);
            case SegmentForgotten(var msn) -> numbered(EntryKind.SEGMENT_FORGOTTEN, msn);
            case Ended() -> out.writeByte(EntryKind.ENDED);
        }
    }

    private void numbered(int kind, long number) throws IOException {
        out.writeByte(kind);
        out.writeLong(number);
    }

    private void declared(Declared declared) throws IOException {
        out.writeByte(kind(declared.format()));
        text(declared.rendition().value());
        out.writeBoolean(declared.offered());
        switch (declared.format()) {
            case VideoFormat video -> {
                text(video.codecs());
                out.writeInt(video.width());
                out.writeInt(video.height());
                out.writeDouble(video.framesPerSecond());
                out.writeByte(code(video.range()));
                out.writeBoolean(video.closedCaptions());
            }
            case AudioFormat audio -> {
                text(audio.codecs());
                text(audio.groupId());
                out.writeInt(audio.channels());
            }
        }
        out.writeInt(declared.format().announcedBitsPerSecond());
    }

    private static int kind(RenditionFormat format) {
        return switch (format) {
            case VideoFormat _ -> EntryKind.DECLARED_VIDEO;
            case AudioFormat _ -> EntryKind.DECLARED_AUDIO;
        };
    }

    private static int code(VideoRange range) {
        return switch (range) {
            case SDR -> EntryKind.SDR;
            case HLG -> EntryKind.HLG;
            case PQ -> EntryKind.PQ;
        };
    }

    private void opened(SegmentOpened opened) throws IOException {
        out.writeByte(EntryKind.SEGMENT_OPENED);
        out.writeLong(opened.msn());
        out.writeLong(opened.discontinuities());
        out.writeBoolean(opened.discontinuity());
        text(opened.session().value());
        out.writeLong(opened.date().toEpochMilli());
    }

    private void part(PartAdded part) throws IOException {
        out.writeByte(EntryKind.PART_ADDED);
        playlist(part.playlist());
        out.writeLong(part.msn());
        duration(part.duration());
        out.writeBoolean(part.independent());
        out.writeShort(part.pieces().size());
        for (var piece : part.pieces()) {
            piece(piece);
        }
    }

    private void piece(FilePiece piece) throws IOException {
        text(piece.file().session().value());
        text(piece.file().rendition().value());
        out.writeLong(piece.file().msn());
        out.writeInt(piece.offset());
        out.writeInt(piece.length());
    }

    private void init(InitName init) throws IOException {
        text(init.session().value());
        playlist(init.playlist());
        text(init.hash());
    }

    private void playlist(PlaylistName playlist) throws IOException {
        out.writeBoolean(playlist.view() == View.JOINED);
        text(playlist.rendition().value());
    }

    private void duration(Duration duration) throws IOException {
        out.writeLong(duration.toNanos());
    }

    private void text(String text) throws IOException {
        out.writeByte(text.length());
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void content(byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }
}
