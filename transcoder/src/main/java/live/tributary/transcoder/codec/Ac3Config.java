// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.TrackConfiguration;

/** AC-3, ETSI TS 102 366: the first sync frame (4.3) comes in, the content of dac3 (F.4) goes out. */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record Ac3Config(byte[] record, int sampleRate, int channels) implements AudioConfig {

    static final int SYNC_WORD = 0x0B77;
    private static final int SAMPLES = 1536;
    private static final int HIGHEST_ID = 8;
    private static final int[] RATES = {48_000, 44_100, 32_000};
    private static final int[] CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};

    static Ac3Config parse(byte[] frame) throws MalformedConfigException {
        var bits = new BitReader(frame);
        if (bits.number(16) != SYNC_WORD) {
            throw new MalformedConfigException("AC-3 without its sync word");
        }
        bits.skip(16);
        int rateCode = bits.number(2);
        int sizeCode = bits.number(6);
        int id = bits.number(5);
        int mode = bits.number(3);
        int layout = bits.number(3);
        // Mix levels stand here or not, depending on which loudspeakers there are.
        bits.skip(((layout & 1) != 0 && layout != 1 ? 2 : 0) + ((layout & 4) != 0 ? 2 : 0) + (layout == 2 ? 2 : 0));
        int lowFrequency = bits.number(1);
        if (id > HIGHEST_ID) {
            throw new MalformedConfigException("AC-3 bit stream identification %d".formatted(id));
        }
        int box = rateCode << 22 | id << 17 | mode << 14 | layout << 11 | lowFrequency << 10 | sizeCode >> 1 << 5;
        byte[] record = {(byte) (box >> 16), (byte) (box >> 8), (byte) box};
        return new Ac3Config(record, rate(rateCode), channels(layout) + lowFrequency);
    }

    static int rate(int code) throws MalformedConfigException {
        if (code >= RATES.length) {
            throw new MalformedConfigException("AC-3 sample rate code %d".formatted(code));
        }
        return RATES[code];
    }

    static int channels(int layout) {
        return CHANNELS[layout];
    }

    @Override
    public int samplesOf(byte[] accessUnit) {
        return SAMPLES;
    }

    /** Each of its frames tells all that is to be known. */
    @Override
    public TrackConfiguration announcement() {
        return new TrackConfiguration(0, AudioCodec.AC3, new byte[0]);
    }

    @Override
    public String codecs() {
        return "ac-3";
    }
}
