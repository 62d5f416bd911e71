// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.AudioChannels;
import live.tributary.ingest.rtmp.AudioCodec;
import live.tributary.ingest.rtmp.AudioConfiguration;
import live.tributary.ingest.rtmp.AudioEnd;
import live.tributary.ingest.rtmp.AudioFrame;
import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.RtmpTimestamp;

/** Audio tag bodies, classic (FLV 10.1, E.4.2) and enhanced (Enhanced RTMP v2, "ExAudioTagHeader"). */
final class AudioTagReader {
    private static final int CLASSIC_MP3 = 2;
    private static final int ENHANCED = 9;
    private static final int CLASSIC_AAC = 10;

    private static final int CLASSIC_CONFIGURATION = 0;
    private static final int CLASSIC_FRAME = 1;

    private static final int SEQUENCE_START = 0;
    private static final int CODED_FRAMES = 1;
    private static final int SEQUENCE_END = 2;
    private static final int MULTICHANNEL_CONFIGURATION = 4;
    private static final int MULTITRACK = 5;

    private final PublishLimits limits;
    private final TrackLimit tracks;
    private final TagSink sink;

    AudioTagReader(PublishLimits limits, TagSink sink) {
        this.limits = limits;
        this.tracks = new TrackLimit(limits.audioTracks());
        this.sink = sink;
    }

    void read(RtmpTimestamp timestamp, ByteBuf in) {
        if (!in.isReadable()) {
            return;
        }
        int first = in.readUnsignedByte();
        int format = first >> 4;
        switch (format) {
            case CLASSIC_MP3 -> frame(0, timestamp, AudioCodec.MP3, in);
            case CLASSIC_AAC -> classicAac(timestamp, in);
            case ENHANCED -> enhanced(first & 0x0F, timestamp, in);
            default -> throw unsupported("FLV sound format " + format);
        }
    }

    private void classicAac(RtmpTimestamp timestamp, ByteBuf in) {
        int packetType = Bytes.require(in, 1).readUnsignedByte();
        switch (packetType) {
            case CLASSIC_CONFIGURATION -> configuration(0, timestamp, AudioCodec.AAC, in);
            case CLASSIC_FRAME -> frame(0, timestamp, AudioCodec.AAC, in);
            default -> throw Bytes.bad("has AAC packet type " + packetType);
        }
    }

    private void enhanced(int firstPacketType, RtmpTimestamp timestamp, ByteBuf in) {
        ModEx modEx = ModEx.read(in, firstPacketType);
        RtmpTimestamp refined = timestamp.plusNanoseconds(modEx.nanoseconds());
        Tracks message = Tracks.read(in, modEx.packetType(), MULTITRACK);
        message.forEach(in, (track, fourCc, body) -> {
            if (tracks.take(track)) {
                packet(message.packetType(), track, fourCc, refined, body);
            } else {
                sink.dropped("audio track %d: no room for more".formatted(track));
            }
        });
    }

    private void packet(int packetType, int track, FourCc fourCc, RtmpTimestamp timestamp, ByteBuf body) {
        AudioCodec codec = codec(track, fourCc);
        switch (packetType) {
            case SEQUENCE_START -> configuration(track, timestamp, codec, body);
            case CODED_FRAMES -> frame(track, timestamp, codec, body);
            case SEQUENCE_END -> sink.tag(new AudioEnd(track, timestamp));
            case MULTICHANNEL_CONFIGURATION -> sink.tag(channels(track, timestamp, body));
            default -> throw Bytes.bad("has audio packet type " + packetType);
        }
    }

    private static AudioCodec codec(int track, FourCc fourCc) {
        return fourCc.audio().orElseThrow(() -> {
            String text = "audio codec %s on track %d".formatted(fourCc, track);
            return track == 0 ? unsupported(text) : RtmpException.message(Code.UNSUPPORTED, text);
        });
    }

    /** "MultichannelConfig": the order of the channels, then how many; we need to know how many. */
    private static AudioChannels channels(int track, RtmpTimestamp timestamp, ByteBuf body) {
        int channels = Bytes.require(body, 2).skipBytes(1).readUnsignedByte();
        if (channels == 0) {
            throw Bytes.bad("has sound without a channel");
        }
        return new AudioChannels(track, timestamp, channels);
    }

    private void configuration(int track, RtmpTimestamp timestamp, AudioCodec codec, ByteBuf body) {
        if (body.readableBytes() > limits.configurationBytes()) {
            throw RtmpException.connection(
                    Code.TOO_LARGE, "audio configuration of %d bytes".formatted(body.readableBytes()));
        }
        sink.tag(new AudioConfiguration(track, timestamp, codec, Bytes.copyRest(body)));
    }

    private void frame(int track, RtmpTimestamp timestamp, AudioCodec codec, ByteBuf body) {
        // GStreamer and some phones send empty sound to keep a connection alive.
        if (body.isReadable()) {
            sink.tag(new AudioFrame(track, timestamp, codec, Bytes.copyRest(body)));
        }
    }

    private static RtmpException unsupported(String what) {
        return RtmpException.connection(Code.UNSUPPORTED, what + " is not supported");
    }
}
