// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.clip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.netty.buffer.ByteBuf;

import live.tributary.fixtures.hls.MediaPlaylist;
import live.tributary.transcoder.hls.Encoding;
import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.MediaAnswer;
import live.tributary.transcoder.hls.MediaName;
import live.tributary.transcoder.hls.MediaName.InitName;
import live.tributary.transcoder.hls.MediaName.PartName;
import live.tributary.transcoder.hls.MediaName.PlaylistName;
import live.tributary.transcoder.hls.MediaName.SegmentName;
import live.tributary.transcoder.hls.PlaylistForm;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.View;

/** A viewer that keeps everything a window lists. */
public record Recorder(LiveWindow window) {

    public static final PlaylistName SOURCE = new PlaylistName(View.CANONICAL, RenditionName.SOURCE);
    public static final PlaylistName AUDIO = new PlaylistName(View.CANONICAL, RenditionName.AUDIO);
    public static final PlaylistName JOINED = new PlaylistName(View.JOINED, RenditionName.SOURCE);

    public boolean has(PlaylistName name) {
        var text = window.playlist(name, PlaylistForm.FULL, Encoding.PLAIN);
        text.ifPresent(buffer -> buffer.release());
        return text.isPresent();
    }

    public String text(PlaylistName name) {
        return text(window.playlist(name, PlaylistForm.FULL, Encoding.PLAIN).orElseThrow());
    }

    public String master(View view) {
        return text(
                window.master(new MediaName.MasterName(view), Encoding.PLAIN).orElseThrow());
    }

    public MediaPlaylist playlist(PlaylistName name) {
        return MediaPlaylist.parse(text(name));
    }

    /** All closed segments that are no gaps behind the first initialization segment, in one file. */
    public Decoded save(PlaylistName name, Path file) {
        var segments = playlist(name).segments().stream()
                .filter(segment -> !segment.gap())
                .toList();
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes(segments.getFirst().maps().getFirst()));
        segments.forEach(segment -> bytes.writeBytes(bytes(segment.uri())));
        try {
            return new Decoded(Files.write(file, bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every fragment of the closed segments that are no gaps, segment by segment. */
    public List<List<ReadFragment>> fragments(PlaylistName name) {
        return playlist(name).segments().stream()
                .filter(segment -> !segment.gap())
                .map(segment -> ReadFragment.all(bytes(segment.uri())))
                .toList();
    }

    /** What a listed address answers. */
    public byte[] bytes(String path) {
        var answer = switch (MediaName.parse(path).orElseThrow()) {
            case InitName init -> window.init(init);
            case PartName part -> window.part(part);
            case SegmentName segment -> window.segment(segment);
            case MediaName other -> throw new IllegalArgumentException(other.path());
        };
        return switch (answer) {
            case MediaAnswer.Found(var found, var _) -> take(found);
            case MediaAnswer.Stored _, MediaAnswer.Awaited _, MediaAnswer.Absent _ ->
                throw new AssertionError(path + ": " + answer);
        };
    }

    private static String text(ByteBuf buffer) {
        return new String(take(buffer), StandardCharsets.UTF_8);
    }

    private static byte[] take(ByteBuf buffer) {
        try {
            byte[] bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
            return bytes;
        } finally {
            buffer.release();
        }
    }
}
