// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * E-AC-3, ETSI TS 102 366, Annex E: the first sync frame (E.1.3) comes in, the content of dec3 (F.6) goes out. One
 * independent substream is described, as every encoder of live streams sends it.
 *
 * @param samples of a sync frame
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record Eac3Config(byte[] record, int sampleRate, int channels, int samples) implements AudioConfig {

    private static final int LOWEST_ID = 11;
    private static final int HIGHEST_ID = 16;
    private static final int SAMPLES_PER_BLOCK = 256;
    private static final int[] BLOCKS = {1, 2, 3, 6};

    static Eac3Config parse(byte[] frame) throws MalformedConfigException {
        var bits = new BitReader(frame);
        if (bits.number(16) != Ac3Config.SYNC_WORD) {
            throw new MalformedConfigException("E-AC-3 without its sync word");
        }
        bits.skip(2 + 3);
        int bytes = (bits.number(11) + 1) * 2;
        int rateCode = bits.number(2);
        int lowCode = bits.number(2);
        int layout = bits.number(3);
        int lowFrequency = bits.number(1);
        int id = bits.number(5);
        if (id < LOWEST_ID || id > HIGHEST_ID) {
            throw new MalformedConfigException("E-AC-3 bit stream identification %d".formatted(id));
        }
        int rate = rateCode == 3 ? Ac3Config.rate(lowCode) / 2 : Ac3Config.rate(rateCode);
        int samples = SAMPLES_PER_BLOCK * (rateCode == 3 ? 6 : BLOCKS[lowCode]);
        long kilobits = Math.min(0x1FFF, bytes * 8L * rate / samples / 1000);
        long box = kilobits << 27
                | (long) rateCode << 22
                | (long) id << 17
                | (long) layout << 9
                | (long) lowFrequency << 8;
        byte[] record = {(byte) (box >> 32), (byte) (box >> 24), (byte) (box >> 16), (byte) (box >> 8), (byte) box};
        return new Eac3Config(record, rate, Ac3Config.channels(layout) + lowFrequency, samples);
    }

    @Override
    public int samplesOf(byte[] accessUnit) {
        return samples;
    }

    /** Each of its frames tells all that is to be known. */
    @Override
    public TrackConfiguration announcement() {
        return new TrackConfiguration(0, AudioCodec.EAC3, new byte[0]);
    }

    @Override
    public String codecs() {
        return "ec-3";
    }
}
