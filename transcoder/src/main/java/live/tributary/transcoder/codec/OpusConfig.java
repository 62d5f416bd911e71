// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * Opus: an OpusHead (RFC 7845, 5.1) comes in, the content of dOps ("Encapsulation of Opus in ISO Base Media File
 * Format", 4.3.2) goes out: the same fields, big-endian, without the magic.
 *
 * @param head as it came in
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record OpusConfig(byte[] record, byte[] head, int channels) implements AudioConfig {

    private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED_BYTES = 19;
    private static final int RATE = 48_000;
    private static final int LONGEST_PACKET = RATE * 120 / 1000;

    static OpusConfig parse(byte[] head) throws MalformedConfigException {
        boolean magic = Arrays.equals(head, 0, Math.min(MAGIC.length, head.length), MAGIC, 0, MAGIC.length);
        if (!magic || head.length < FIXED_BYTES) {
            throw new MalformedConfigException("not an OpusHead: %d bytes".formatted(head.length));
        }
        int channels = head[9] & 0xFF;
        int family = head[18] & 0xFF;
        int mappingBytes = family == 0 ? 0 : 2 + channels;
        if ((head[8] & 0xF0) != 0 || channels == 0 || (family == 0 && channels > 2) || family == 255) {
            throw new MalformedConfigException("Opus with %d channels, family %d".formatted(channels, family));
        }
        if (head.length < FIXED_BYTES + mappingBytes) {
            throw new MalformedConfigException("OpusHead without its channel mapping");
        }
        return new OpusConfig(toBox(head, FIXED_BYTES + mappingBytes), head, channels);
    }

    private static byte[] toBox(byte[] head, int length) {
        var from = ByteBuffer.wrap(head, 10, length - 10).order(ByteOrder.LITTLE_ENDIAN);
        return ByteBuffer.allocate(length - MAGIC.length)
                .put((byte) 0)
                .put(head[9])
                .putShort(from.getShort())
                .putInt(from.getInt())
                .putShort(from.getShort())
                .put(from)
                .array();
    }

    @Override
    public int sampleRate() {
        return RATE;
    }

    /** RFC 6716, 3.1: the first byte tells the length of a frame, and how many there are. */
    @Override
    public int samplesOf(byte[] accessUnit) throws MalformedConfigException {
        if (accessUnit.length == 0 || ((accessUnit[0] & 3) == 3 && accessUnit.length < 2)) {
            throw new MalformedConfigException("Opus packet of %d bytes".formatted(accessUnit.length));
        }
        int frames = switch (accessUnit[0] & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> accessUnit[1] & 0x3F;
        };
        int samples = frames * samplesPerFrame(accessUnit[0] >> 3 & 0x1F);
        if (samples == 0 || samples > LONGEST_PACKET) {
            throw new MalformedConfigException("Opus packet of %d samples".formatted(samples));
        }
        return samples;
    }

    private static int samplesPerFrame(int configuration) {
        if (configuration < 12) {
            return new int[] {480, 960, 1920, 2880}[configuration & 3];
        }
        return configuration < 16 ? 480 << (configuration & 1) : 120 << (configuration & 3);
    }

    @Override
    public TrackConfiguration announcement() {
        return new TrackConfiguration(0, AudioCodec.OPUS, head);
    }

    @Override
    public String codecs() {
        return "opus";
    }
}
