// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.VideoCodec;

/**
 * Reads what comes back from an encoder, and trusts none of it: H.264 and AAC only, with the limits that hold for
 * publishers. Memory grows with the bytes that came, never with those that were declared. Blocks; not for several
 * threads at once.
 */
public final class FlvReader {

    /** A tag of a picture, its header included. */
    static final int MOST_VIDEO_BYTES = 8 << 20;

    /** A tag of sound. */
    static final int MOST_AUDIO_BYTES = 256 << 10;

    /** A tag of metadata, which is skipped. */
    static final int MOST_SCRIPT_BYTES = 64 << 10;

    /** A configuration record. */
    static final int MOST_RECORD_BYTES = 64 << 10;

    /** Tags of metadata in a row; encoders send one. Whoever sends no other would keep its reader busy for ever. */
    static final int MOST_PASSED_OVER = 16;

    private static final int FILE_HEADER_BYTES = 9;
    private static final int TAG_HEADER_BYTES = 11;
    private static final int SIZE_BYTES = 4;
    private static final int AUDIO = 8;
    private static final int VIDEO = 9;
    private static final int SCRIPT = 18;

    private static final int AVC_HEADER_BYTES = 5;
    private static final int AVC_KEY = 0x17;
    private static final int AVC_INTER = 0x27;
    private static final int AAC_HEADER_BYTES = 2;
    private static final int AAC_FORMAT = 10;
    private static final int RECORD = 0;
    private static final int CODED = 1;
    private static final int END = 2;

    private final InputStream in;
    private boolean begun;

    public FlvReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next picture, sound or record; empty at the end of the stream.
     *
     * @throws FlvException when it is not what an encoder of ours sends
     * @throws EOFException when the stream ends within a tag
     */
    public Optional<FlvTag> next() throws IOException {
        if (!begun) {
            readFileHeader();
            begun = true;
        }
        for (int passedOver = 0; passedOver <= MOST_PASSED_OVER; passedOver++) {
            byte[] header = in.readNBytes(TAG_HEADER_BYTES);
            if (header.length == 0) {
                return Optional.empty();
            }
            var tag = read(complete(header, TAG_HEADER_BYTES));
            if (tag.isPresent()) {
                return tag;
            }
        }
        throw new FlvException("more than %d tags in a row that say nothing".formatted(MOST_PASSED_OVER));
    }

    private void readFileHeader() throws IOException {
        byte[] header = complete(in.readNBytes(FILE_HEADER_BYTES + SIZE_BYTES), FILE_HEADER_BYTES + SIZE_BYTES);
        boolean magic = header[0] == 'F' && header[1] == 'L' && header[2] == 'V' && header[3] == 1;
        if (!magic || number(header, 5, 4) != FILE_HEADER_BYTES || number(header, 9, 4) != 0) {
            throw new FlvException("not the header of an FLV stream");
        }
    }

    /** Empty for a tag that says nothing to us: metadata, and the end of a sequence. */
    private Optional<FlvTag> read(byte[] header) throws IOException {
        int type = header[0];
        int length = (int) number(header, 1, 3);
        if (length == 0 || length > mostBytes(type)) {
            throw new FlvException("a tag of type %d with %d bytes".formatted(type, length));
        }
        long millis = number(header, 4, 3) | (header[7] & 0xFFL) << 24;
        byte[] body = complete(in.readNBytes(length), length);
        long repeated = number(complete(in.readNBytes(SIZE_BYTES), SIZE_BYTES), 0, SIZE_BYTES);
        if (repeated != TAG_HEADER_BYTES + length) {
            throw new FlvException("a tag of %d bytes says %d at its end".formatted(length, repeated));
        }
        return switch (type) {
            case VIDEO -> video(millis, body);
            case AUDIO -> audio(millis, body);
            default -> Optional.empty();
        };
    }

    private static int mostBytes(int type) throws FlvException {
        return switch (type) {
            case VIDEO -> MOST_VIDEO_BYTES;
            case AUDIO -> MOST_AUDIO_BYTES;
            case SCRIPT -> MOST_SCRIPT_BYTES;
            default -> throw new FlvException("a tag of type " + type);
        };
    }

    private static Optional<FlvTag> video(long millis, byte[] body) throws FlvException {
        int first = body[0] & 0xFF;
        if (body.length < AVC_HEADER_BYTES || (first != AVC_KEY && first != AVC_INTER)) {
            throw new FlvException("a picture of %d bytes that begins with %02x".formatted(body.length, first));
        }
        byte[] data = Arrays.copyOfRange(body, AVC_HEADER_BYTES, body.length);
        int offset = (int) number(body, 2, 3) << 8 >> 8;
        return switch (body[1]) {
            case RECORD -> Optional.of(new FlvTag.Configuration(millis, VideoCodec.AVC, record(data)));
            case CODED ->
                Optional.of(new FlvTag.Picture(millis, VideoCodec.AVC, offset, first == AVC_KEY, notEmpty(data)));
            case END -> Optional.empty();
            default -> throw new FlvException("a picture of packet type " + body[1]);
        };
    }

    private static Optional<FlvTag> audio(long millis, byte[] body) throws FlvException {
        int format = (body[0] & 0xF0) >> 4;
        if (body.length < AAC_HEADER_BYTES || format != AAC_FORMAT) {
            throw new FlvException("%d bytes of sound of format %d".formatted(body.length, format));
        }
        byte[] data = notEmpty(Arrays.copyOfRange(body, AAC_HEADER_BYTES, body.length));
        return switch (body[1]) {
            case RECORD -> Optional.of(new FlvTag.Configuration(millis, AudioCodec.AAC, record(data)));
            case CODED -> Optional.of(new FlvTag.Sound(millis, AudioCodec.AAC, data));
            default -> throw new FlvException("sound of packet type " + body[1]);
        };
    }

    private static byte[] record(byte[] data) throws FlvException {
        if (data.length > MOST_RECORD_BYTES) {
            throw new FlvException("a configuration record of %d bytes".formatted(data.length));
        }
        return notEmpty(data);
    }

    private static byte[] notEmpty(byte[] data) throws FlvException {
        if (data.length == 0) {
            throw new FlvException("a tag without content");
        }
        return data;
    }

    private static byte[] complete(byte[] bytes, int length) throws EOFException {
        if (bytes.length < length) {
            throw new EOFException("the stream ends within a tag");
        }
        return bytes;
    }

    private static long number(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 8 | (bytes[i] & 0xFF);
        }
        return value;
    }
}
