// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * FLAC (RFC 9639): {@code fLaC} and STREAMINFO come in; dfLa ("Encapsulation of FLAC in ISO Base Media File Format",
 * 3.3.2) carries the block with its header.
 *
 * @param received as it came in
 * @param samples of every frame, 0 when they differ
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record FlacConfig(byte[] record, byte[] received, int sampleRate, int channels, int samples)
        implements AudioConfig {

    private static final byte[] MAGIC = "fLaC".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 4;
    private static final int STREAM_INFO_BYTES = 34;
    private static final byte LAST_BLOCK_STREAM_INFO = (byte) 0x80;

    static FlacConfig parse(byte[] received) throws MalformedConfigException {
        boolean magic = Arrays.equals(received, 0, Math.min(4, received.length), MAGIC, 0, 4);
        // Some senders leave magic and header out and send the bare STREAMINFO, which is how FFmpeg keeps it.
        int from = magic ? MAGIC.length + HEADER_BYTES : 0;
        if (received.length < from + STREAM_INFO_BYTES || (magic && (received[4] & 0x7F) != 0)) {
            throw new MalformedConfigException("no STREAMINFO in %d bytes".formatted(received.length));
        }
        byte[] record = new byte[HEADER_BYTES + STREAM_INFO_BYTES];
        record[0] = LAST_BLOCK_STREAM_INFO;
        record[3] = STREAM_INFO_BYTES;
        System.arraycopy(received, from, record, HEADER_BYTES, STREAM_INFO_BYTES);
        var bits = new BitReader(record, HEADER_BYTES, record.length);
        int shortest = bits.number(16);
        int longest = bits.number(16);
        bits.skip(48);
        int rate = bits.number(20);
        int channels = bits.number(3) + 1;
        if (rate == 0 || rate > 0xFFFF * 10 || longest < 16) {
            throw new MalformedConfigException("FLAC with %d Hz and blocks of %d".formatted(rate, longest));
        }
        return new FlacConfig(record, received, rate, channels, shortest == longest ? shortest : 0);
    }

    /** RFC 9639, 9.1: the frame's own header tells, in one of four ways. */
    @Override
    public int samplesOf(byte[] accessUnit) throws MalformedConfigException {
        var bits = new BitReader(accessUnit);
        if (bits.number(15) != 0x7FFC) {
            throw new MalformedConfigException("a FLAC frame without its sync code");
        }
        bits.skip(1);
        int code = bits.number(4);
        bits.skip(12);
        return switch (code) {
            case 0 -> throw new MalformedConfigException("FLAC block size of a reserved kind");
            case 1 -> 192;
            case 2, 3, 4, 5 -> 144 << code;
            case 6 -> afterNumber(bits).number(8) + 1;
            case 7 -> afterNumber(bits).number(16) + 1;
            default -> 1 << code;
        };
    }

    /** The frame or sample number is coded like UTF-8: ones at the front of the first byte tell its length. */
    private static BitReader afterNumber(BitReader bits) throws MalformedConfigException {
        int ones = Integer.numberOfLeadingZeros(~(bits.number(8) << 24));
        bits.skip(Math.max(0, ones - 1) * 8);
        return bits;
    }

    @Override
    public TrackConfiguration announcement() {
        return new TrackConfiguration(0, AudioCodec.FLAC, received);
    }

    @Override
    public String codecs() {
        return "fLaC";
    }
}
