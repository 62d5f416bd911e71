// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.VideoCodec;

/**
 * Writes FLV (Adobe "Video File Format Specification", version 10, annex E). H.264, AAC and MP3 have the classic
 * headers, which every reader knows; the others have those of "Enhanced RTMP v2". Not for several threads at once.
 */
public final class FlvWriter {

    private static final int FILE_HEADER_BYTES = 9;
    private static final int TAG_HEADER_BYTES = 11;
    private static final int SIZE_BYTES = 4;
    private static final int LONGEST_CODEC_HEADER = 8;

    private static final int AUDIO = 8;
    private static final int VIDEO = 9;

    private static final int KEY_FRAME = 1;
    private static final int INTER_FRAME = 2;
    private static final int CLASSIC_AVC = 7;
    private static final int EX_HEADER = 0x80;
    private static final int SEQUENCE_START = 0;
    private static final int CODED_FRAMES = 1;

    /** Sound formats 10 and 2, with 44 kHz, 16 bit, stereo, which readers of AAC and MP3 ignore. */
    private static final int CLASSIC_AAC = 0xAF;

    private static final int CLASSIC_MP3 = 0x2F;

    /** Sound format 9 of "Enhanced RTMP v2": the packet type is in the low bits, and a FourCC follows. */
    private static final int EX_AUDIO = 0x90;

    private final OutputStream out;

    public FlvWriter(OutputStream out) {
        this.out = out;
    }

    /** The file header: which kinds of tags will come. Readers wait for each kind that is announced. */
    public void begin(boolean pictures, boolean sound) throws IOException {
        out.write(new byte[] {'F', 'L', 'V', 1, (byte) ((sound ? 4 : 0) | (pictures ? 1 : 0))});
        out.write(ByteBuffer.allocate(4 + SIZE_BYTES).putInt(FILE_HEADER_BYTES).array());
    }

    /** Writes a tag and hands it on: nothing of it waits in a buffer. */
    public void write(FlvTag tag) throws IOException {
        switch (tag) {
            case FlvTag.Configuration(long millis, VideoCodec codec, byte[] record) ->
                write(VIDEO, millis, videoHeader(codec, SEQUENCE_START, KEY_FRAME, 0), record);
            case FlvTag.Configuration(long millis, AudioCodec codec, byte[] record) ->
                write(AUDIO, millis, audioHeader(codec, SEQUENCE_START), record);
            case FlvTag.Picture(long millis, VideoCodec codec, int offset, boolean key, byte[] data) ->
                write(VIDEO, millis, videoHeader(codec, CODED_FRAMES, key ? KEY_FRAME : INTER_FRAME, offset), data);
            case FlvTag.Sound(long millis, AudioCodec codec, byte[] data) ->
                write(AUDIO, millis, audioHeader(codec, CODED_FRAMES), data);
        }
        out.flush();
    }

    private void write(int type, long millis, ByteBuffer codecHeader, byte[] data) throws IOException {
        int length = codecHeader.remaining() + data.length;
        var header = ByteBuffer.allocate(TAG_HEADER_BYTES + codecHeader.remaining())
                .putInt(type << 24 | length)
                .putInt((int) (millis << 8 | (millis >> 24 & 0xFF)))
                .put(new byte[3])
                .put(codecHeader);
        out.write(header.array());
        out.write(data);
        out.write(ByteBuffer.allocate(SIZE_BYTES)
                .putInt(TAG_HEADER_BYTES + length)
                .array());
    }

    private static ByteBuffer videoHeader(VideoCodec codec, int packet, int frame, int offset) {
        var header = ByteBuffer.allocate(LONGEST_CODEC_HEADER);
        if (codec == VideoCodec.AVC) {
            header.put((byte) (frame << 4 | CLASSIC_AVC)).put((byte) packet);
        } else {
            header.put((byte) (EX_HEADER | frame << 4 | packet)).put(fourCc(codec));
        }
        // "ExVideoTagHeader": CodedFrames of avc1 and hvc1 carry an offset, all else does not. The classic header
        // carries one always, 0 with a record.
        if (codec == VideoCodec.AVC || (codec == VideoCodec.HEVC && packet == CODED_FRAMES)) {
            header.put((byte) (offset >> 16)).put((byte) (offset >> 8)).put((byte) offset);
        }
        return header.flip();
    }

    private static ByteBuffer audioHeader(AudioCodec codec, int packet) {
        var header = ByteBuffer.allocate(LONGEST_CODEC_HEADER);
        return switch (codec) {
            case AAC -> header.put((byte) CLASSIC_AAC).put((byte) packet).flip();
            case MP3 -> header.put((byte) CLASSIC_MP3).flip();
            case OPUS, FLAC, AC3, EAC3 ->
                header.put((byte) (EX_AUDIO | packet)).put(fourCc(codec)).flip();
        };
    }

    private static byte[] fourCc(VideoCodec codec) {
        return ascii(
                switch (codec) {
                    case AVC -> "avc1";
                    case HEVC -> "hvc1";
                    case AV1 -> "av01";
                    case VP9 -> "vp09";
                });
    }

    private static byte[] fourCc(AudioCodec codec) {
        return ascii(
                switch (codec) {
                    case AAC -> "mp4a";
                    case MP3 -> ".mp3";
                    case OPUS -> "Opus";
                    case FLAC -> "fLaC";
                    case AC3 -> "ac-3";
                    case EAC3 -> "ec-3";
                });
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
