// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * AAC, AudioSpecificConfig of ISO/IEC 14496-3, 1.6.2.1.
 *
 * @param objectType as signalled: 2 for LC, 5 for explicit SBR, 29 for explicit PS
 * @param sampleRate of the core coder, which is what an access unit's samples count in
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record AacConfig(byte[] record, int objectType, int sampleRate, int channels, int samples)
        implements AudioConfig {

    private static final int LONGEST_RECORD = 256;
    private static final int ESCAPE = 31;
    private static final int SBR = 5;
    private static final int PS = 29;
    private static final int EXPLICIT_RATE = 15;
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    static AacConfig parse(byte[] record) throws MalformedConfigException {
        if (record.length > LONGEST_RECORD) {
            throw new MalformedConfigException("AudioSpecificConfig of %d bytes".formatted(record.length));
        }
        var bits = new BitReader(record);
        int objectType = readObjectType(bits);
        int rate = readRate(bits);
        int channelConfiguration = bits.number(4);
        if (objectType == SBR || objectType == PS) {
            readRate(bits);
            readObjectType(bits);
        }
        boolean short960 = bits.flag();
        if (bits.flag()) {
            bits.skip(14);
        }
        bits.skip(1);
        int channels = channelConfiguration == 0 ? readProgramConfig(bits) : channels(channelConfiguration);
        return new AacConfig(record, objectType, rate, channels, short960 ? 960 : 1024);
    }

    private static int readObjectType(BitReader bits) throws MalformedConfigException {
        int type = bits.number(5);
        return type == ESCAPE ? 32 + bits.number(6) : type;
    }

    private static int readRate(BitReader bits) throws MalformedConfigException {
        int index = bits.number(4);
        int rate = index == EXPLICIT_RATE ? bits.number(24) : index < RATES.length ? RATES[index] : 0;
        if (rate < 7_350 || rate > 96_000) {
            throw new MalformedConfigException("AAC sample rate index %d, %d Hz".formatted(index, rate));
        }
        return rate;
    }

    private static int channels(int configuration) throws MalformedConfigException {
        return switch (configuration) {
            case 1, 2, 3, 4, 5, 6 -> configuration;
            case 11 -> 7;
            case 7, 12, 14 -> 8;
            default -> throw new MalformedConfigException("AAC channel configuration %d".formatted(configuration));
        };
    }

    /** program_config_element(), 4.4.1.1, as far as the elements that carry channels. */
    private static int readProgramConfig(BitReader bits) throws MalformedConfigException {
        bits.skip(4 + 2 + 4);
        int pairable = 0;
        int[] counts = {bits.number(4), bits.number(4), bits.number(4)};
        int lowFrequency = bits.number(2);
        bits.skip(3 + 4);
        bits.skip(bits.flag() ? 4 : 0);
        bits.skip(bits.flag() ? 4 : 0);
        bits.skip(bits.flag() ? 3 : 0);
        for (int elements : counts) {
            for (int i = 0; i < elements; i++) {
                pairable += bits.flag() ? 2 : 1;
                bits.skip(4);
            }
        }
        if (pairable + lowFrequency == 0) {
            throw new MalformedConfigException("AAC without channels");
        }
        return pairable + lowFrequency;
    }

    @Override
    public int samplesOf(byte[] accessUnit) {
        return samples;
    }

    @Override
    public TrackConfiguration announcement() {
        return new TrackConfiguration(0, AudioCodec.AAC, record);
    }

    @Override
    public String codecs() {
        return "mp4a.40." + objectType;
    }
}
