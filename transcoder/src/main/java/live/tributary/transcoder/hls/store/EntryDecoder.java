// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

import java.util.ArrayList;
import java.util.List;

import live.tributary.transcoder.hls.AudioFormat;
import live.tributary.transcoder.hls.FilePiece;
import live.tributary.transcoder.hls.VideoFormat;
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

/** Bytes that {@link EntryEncoder} wrote, or a damaged disk. */
final class EntryDecoder {

    private final FieldReader fields;

    private EntryDecoder(byte[] entry) {
        fields = new FieldReader(entry);
    }

    static WindowEntry decode(byte[] entry) throws MalformedEntryException {
        var decoder = new EntryDecoder(entry);
        var decoded = decoder.read();
        if (!decoder.fields.isAtEnd()) {
            throw new MalformedEntryException("longer than its fields");
        }
        return decoded;
    }

    private WindowEntry read() throws MalformedEntryException {
        return switch (fields.unsignedByte()) {
            case EntryKind.TARGETS_FIXED -> targets();
            case EntryKind.DECLARED_VIDEO -> video();
            case EntryKind.DECLARED_AUDIO -> audio();
            case EntryKind.BEGUN -> new Begun(fields.init(), fields.content());
            case EntryKind.REMOVED -> new Removed(fields.rendition());
            case EntryKind.SEGMENT_OPENED ->
                new SegmentOpened(fields.number(), fields.number(), fields.flag(), fields.session(), fields.date());
            case EntryKind.TRACK_OPENED -> new TrackOpened(fields.playlist(), fields.number());
            case EntryKind.TRACK_BEGUN -> new TrackBegun(fields.init(), fields.number());
            case EntryKind.PART_ADDED ->
                new PartAdded(fields.playlist(), fields.number(), fields.duration(), fields.flag(), pieces());
            case EntryKind.TRACK_CLOSED -> new TrackClosed(fields.playlist(), fields.number(), fields.duration());
            case EntryKind.FRONT_MOVED -> new FrontMoved(fields.number());
            case EntryKind.SEGMENT_FORGOTTEN -> new SegmentForgotten(fields.number());
            case EntryKind.ENDED -> new Ended();
            // The byte comes from a file that anything may have happened to.
            default -> throw new MalformedEntryException("unknown kind");
        };
    }

    private TargetsFixed targets() throws MalformedEntryException {
        try {
            return new TargetsFixed(new WindowTargets(fields.duration(), fields.duration(), fields.duration()));
        } catch (IllegalArgumentException impossible) {
            throw new MalformedEntryException("impossible targets");
        }
    }

    private Declared video() throws MalformedEntryException {
        var rendition = fields.rendition();
        var offered = fields.flag();
        var format = new VideoFormat(
                fields.text(),
                fields.count(),
                fields.count(),
                fields.rate(),
                fields.range(),
                fields.flag(),
                fields.count());
        return new Declared(rendition, format, offered);
    }

    private Declared audio() throws MalformedEntryException {
        var rendition = fields.rendition();
        var offered = fields.flag();
        var format = new AudioFormat(fields.text(), fields.text(), fields.count(), fields.count());
        return new Declared(rendition, format, offered);
    }

    private List<FilePiece> pieces() throws MalformedEntryException {
        var pieces = new ArrayList<FilePiece>();
        for (var left = fields.unsignedShort(); left > 0; left--) {
            pieces.add(fields.piece());
        }
        return List.copyOf(pieces);
    }
}
