// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.util.HexFormat;
import java.util.TreeMap;

/** Tags as one line of text each, bytes and all: to compare, and to read when a comparison fails. */
public final class TagText {
    private TagText() {}

    public static String of(MediaTag tag) {
        return switch (tag) {
            case VideoConfiguration(int track, var time, var codec, byte[] record) ->
                "video-configuration %d %s %s %s".formatted(track, text(time), codec, hex(record));
            case VideoFrame(int track, var time, var codec, boolean key, int offset, byte[] data) ->
                "video %d %s %s %s%+d %s".formatted(track, text(time), codec, key ? "key" : "", offset, hex(data));
            case VideoColorInfo(int track, var time, var values) ->
                "color %d %s %s".formatted(track, text(time), new TreeMap<>(values));
            case VideoEnd(int track, var time) -> "video-end %d %s".formatted(track, text(time));
            case AudioConfiguration(int track, var time, var codec, byte[] record) ->
                "audio-configuration %d %s %s %s".formatted(track, text(time), codec, hex(record));
            case AudioFrame(int track, var time, var codec, byte[] data) ->
                "audio %d %s %s %s".formatted(track, text(time), codec, hex(data));
            case AudioChannels(int track, var time, int channels) ->
                "channels %d %s %d".formatted(track, text(time), channels);
            case AudioEnd(int track, var time) -> "audio-end %d %s".formatted(track, text(time));
            case StreamMetadata(var time, var numbers, var texts) ->
                "metadata %s %s %s".formatted(text(time), new TreeMap<>(numbers), new TreeMap<>(texts));
        };
    }

    private static String text(RtmpTimestamp time) {
        return time.nanoseconds() == 0
                ? "@%d".formatted(time.milliseconds())
                : "@%d+%dns".formatted(time.milliseconds(), time.nanoseconds());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
