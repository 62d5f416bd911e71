// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Instant;
import java.util.Optional;

import live.tributary.ingest.rtmp.AudioChannels;
import live.tributary.ingest.rtmp.AudioConfiguration;
import live.tributary.ingest.rtmp.AudioEnd;
import live.tributary.ingest.rtmp.AudioFrame;
import live.tributary.ingest.rtmp.MediaTag;
import live.tributary.ingest.rtmp.RtmpTimestamp;
import live.tributary.ingest.rtmp.StreamMetadata;
import live.tributary.ingest.rtmp.VideoColorInfo;
import live.tributary.ingest.rtmp.VideoConfiguration;
import live.tributary.ingest.rtmp.VideoEnd;
import live.tributary.ingest.rtmp.VideoFrame;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.media.WireTime;

/** What RTMP calls a tag, in the words of the transcoder. The two libraries do not know each other. */
final class TagTranslator {

    private static final int MOST_BITS_PER_SECOND = 100_000_000;

    private TagTranslator() {}

    /** Empty for tags the packager has no use for. */
    static Optional<MediaInput> translate(MediaTag tag, Instant arrivedAt) {
        return switch (tag) {
            case VideoConfiguration c -> Optional.of(new TrackConfiguration(c.track(), video(c.codec()), c.record()));
            case VideoFrame frame -> Optional.of(picture(frame, arrivedAt));
            case AudioConfiguration c -> Optional.of(new TrackConfiguration(c.track(), audio(c.codec()), c.record()));
            case AudioFrame f ->
                Optional.of(AccessUnit.audio(f.track(), audio(f.codec()), time(f.timestamp()), f.data(), arrivedAt));
            case StreamMetadata metadata -> Optional.of(hints(metadata));
            case VideoColorInfo colors -> Optional.of(ColorTranslator.translate(colors.values()));
            case VideoEnd _, AudioChannels _, AudioEnd _ -> Optional.empty();
        };
    }

    private static AccessUnit picture(VideoFrame frame, Instant arrivedAt) {
        return new AccessUnit(
                frame.track(),
                video(frame.codec()),
                time(frame.timestamp()),
                frame.compositionOffset(),
                frame.keyFrame(),
                frame.data(),
                arrivedAt);
    }

    private static StreamHints hints(StreamMetadata metadata) {
        return new StreamHints(
                size(metadata, "width"),
                size(metadata, "height"),
                metadata.number("framerate").orElse(0),
                bitsPerSecond(metadata, "videodatarate"),
                bitsPerSecond(metadata, "audiodatarate"));
    }

    /** Said in kilobits; what nobody can send was not said. */
    private static int bitsPerSecond(StreamMetadata metadata, String name) {
        var bits = metadata.number(name).orElse(0) * 1000;
        return bits > 0 && bits < MOST_BITS_PER_SECOND ? (int) bits : 0;
    }

    /** Anything that is not a size of a picture was not said. */
    private static int size(StreamMetadata metadata, String name) {
        var pixels = metadata.number(name).orElse(0);
        return pixels > 0 && pixels < Short.MAX_VALUE ? (int) pixels : 0;
    }

    private static WireTime time(RtmpTimestamp timestamp) {
        return new WireTime(timestamp.milliseconds(), timestamp.nanoseconds());
    }

    private static VideoCodec video(live.tributary.ingest.rtmp.VideoCodec codec) {
        return switch (codec) {
            case AVC -> VideoCodec.AVC;
            case HEVC -> VideoCodec.HEVC;
            case AV1 -> VideoCodec.AV1;
            case VP9 -> VideoCodec.VP9;
        };
    }

    private static AudioCodec audio(live.tributary.ingest.rtmp.AudioCodec codec) {
        return switch (codec) {
            case AAC -> AudioCodec.AAC;
            case MP3 -> AudioCodec.MP3;
            case OPUS -> AudioCodec.OPUS;
            case FLAC -> AudioCodec.FLAC;
            case AC3 -> AudioCodec.AC3;
            case EAC3 -> AudioCodec.EAC3;
        };
    }
}
