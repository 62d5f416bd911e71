// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.RtmpTimestamp;
import live.tributary.ingest.rtmp.VideoCodec;
import live.tributary.ingest.rtmp.VideoConfiguration;
import live.tributary.ingest.rtmp.VideoEnd;
import live.tributary.ingest.rtmp.VideoFrame;

/** Video tag bodies, classic (FLV 10.1, E.4.3) and enhanced (Enhanced RTMP v2, "ExVideoTagHeader"). */
final class VideoTagReader {
    private static final int ENHANCED = 0x80;

    private static final int KEY_FRAME = 1;
    private static final int COMMAND_FRAME = 5;

    private static final int CLASSIC_AVC = 7;

    /** Never in a specification, but what encoders wrote for HEVC before there was an enhanced header. */
    private static final int CLASSIC_HEVC = 12;

    private static final int CLASSIC_CONFIGURATION = 0;
    private static final int CLASSIC_FRAME = 1;
    private static final int CLASSIC_END = 2;

    private static final int SEQUENCE_START = 0;
    private static final int CODED_FRAMES = 1;
    private static final int SEQUENCE_END = 2;
    private static final int CODED_FRAMES_X = 3;
    private static final int METADATA = 4;
    private static final int MULTITRACK = 6;

    private static final int COMPOSITION_BYTES = 3;

    private final PublishLimits limits;
    private final TrackLimit tracks;
    private final TagSink sink;

    VideoTagReader(PublishLimits limits, TagSink sink) {
        this.limits = limits;
        this.tracks = new TrackLimit(limits.videoTracks());
        this.sink = sink;
    }

    void read(RtmpTimestamp timestamp, ByteBuf in) {
        if (!in.isReadable()) {
            return;
        }
        int first = in.readUnsignedByte();
        if ((first & ENHANCED) == 0) {
            classic(first >> 4, first & 0x0F, timestamp, in);
        } else {
            enhanced((first >> 4) & 0x07, first & 0x0F, timestamp, in);
        }
    }

    private void classic(int frameType, int codecId, RtmpTimestamp timestamp, ByteBuf in) {
        if (frameType == COMMAND_FRAME) {
            return;
        }
        VideoCodec codec = switch (codecId) {
            case CLASSIC_AVC -> VideoCodec.AVC;
            case CLASSIC_HEVC -> VideoCodec.HEVC;
            default -> throw unsupported("FLV codec " + codecId);
        };
        int packetType = Bytes.require(in, 1).readUnsignedByte();
        int offset = Bytes.require(in, COMPOSITION_BYTES).readMedium();
        switch (packetType) {
            case CLASSIC_CONFIGURATION -> configuration(0, timestamp, codec, in);
            case CLASSIC_FRAME -> frame(0, timestamp, codec, frameType == KEY_FRAME, offset, in);
            case CLASSIC_END -> sink.tag(new VideoEnd(0, timestamp));
            default -> throw Bytes.bad("has video packet type " + packetType);
        }
    }

    private void enhanced(int frameType, int firstPacketType, RtmpTimestamp timestamp, ByteBuf in) {
        ModEx modEx = ModEx.read(in, firstPacketType);
        if (frameType == COMMAND_FRAME && modEx.packetType() != METADATA) {
            return;
        }
        RtmpTimestamp refined = timestamp.plusNanoseconds(modEx.nanoseconds());
        Tracks message = Tracks.read(in, modEx.packetType(), MULTITRACK);
        message.forEach(in, (track, fourCc, body) -> {
            if (tracks.take(track)) {
                packet(message.packetType(), frameType == KEY_FRAME, track, fourCc, refined, body);
            } else {
                sink.dropped("video track %d: no room for more".formatted(track));
            }
        });
    }

    private void packet(
            int packetType, boolean keyFrame, int track, FourCc fourCc, RtmpTimestamp timestamp, ByteBuf body) {
        VideoCodec codec = codec(track, fourCc);
        switch (packetType) {
            case SEQUENCE_START -> configuration(track, timestamp, codec, body);
            case CODED_FRAMES -> frame(track, timestamp, codec, keyFrame, compositionOffset(codec, body), body);
            case SEQUENCE_END -> sink.tag(new VideoEnd(track, timestamp));
            // CodedFramesX (OBS sends it for HEVC when dts equals pts) means a composition offset of 0, so no offset
            // field follows. Reading one here shifts every frame by three bytes.
            case CODED_FRAMES_X -> frame(track, timestamp, codec, keyFrame, 0, body);
            case METADATA -> sink.tag(ColorInfoReader.read(track, timestamp, body));
            default -> throw Bytes.bad("has video packet type " + packetType);
        }
    }

    private static VideoCodec codec(int track, FourCc fourCc) {
        return fourCc.video().orElseThrow(() -> {
            String text = "video codec %s on track %d".formatted(fourCc, track);
            return track == 0 ? unsupported(text) : RtmpException.message(Code.UNSUPPORTED, text);
        });
    }

    /** "ExVideoTagBody": only AVC and HEVC have the field, signed. */
    private static int compositionOffset(VideoCodec codec, ByteBuf body) {
        return switch (codec) {
            case AVC, HEVC -> Bytes.require(body, COMPOSITION_BYTES).readMedium();
            case AV1, VP9 -> 0;
        };
    }

    private void configuration(int track, RtmpTimestamp timestamp, VideoCodec codec, ByteBuf body) {
        if (body.readableBytes() > limits.configurationBytes()) {
            throw RtmpException.connection(
                    Code.TOO_LARGE, "video configuration of %d bytes".formatted(body.readableBytes()));
        }
        sink.tag(new VideoConfiguration(track, timestamp, codec, Bytes.copyRest(body)));
    }

    private void frame(int track, RtmpTimestamp timestamp, VideoCodec codec, boolean key, int offset, ByteBuf body) {
        if (!body.isReadable()) {
            throw Bytes.bad("has no picture in it");
        }
        sink.tag(new VideoFrame(track, timestamp, codec, key, offset, Bytes.copyRest(body)));
    }

    private static RtmpException unsupported(String what) {
        return RtmpException.connection(Code.UNSUPPORTED, what + " is not supported");
    }
}
