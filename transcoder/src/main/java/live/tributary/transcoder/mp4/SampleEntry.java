// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

import live.tributary.transcoder.codec.AacConfig;
import live.tributary.transcoder.codec.Ac3Config;
import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.Av1Config;
import live.tributary.transcoder.codec.AvcConfig;
import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.codec.Eac3Config;
import live.tributary.transcoder.codec.FlacConfig;
import live.tributary.transcoder.codec.HevcConfig;
import live.tributary.transcoder.codec.OpusConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.codec.Vp9Config;
import live.tributary.transcoder.media.ColorDescription;

/** The entry of {@code stsd}: which codec, and its configuration record. */
final class SampleEntry {

    private static final int DATA_REFERENCE = 1;
    private static final int SEVENTY_TWO_DPI = 0x00480000;
    private static final int DEPTH = 24;
    private static final int BITS_PER_SAMPLE = 16;

    // ISO/IEC 14496-1, 7.2.2.1, 7.2.6.6 and 7.3.2.3
    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;
    private static final int SYNC_LAYER = 6;
    private static final int SYNC_LAYER_FOR_MP4 = 2;
    private static final int MPEG4_AUDIO = 0x40;
    private static final int AUDIO_STREAM = 0x15;

    private final BoxWriter boxes;
    private final ColorDescription colors;

    SampleEntry(BoxWriter boxes, ColorDescription colors) {
        this.boxes = boxes;
        this.colors = colors;
    }

    void write(CodecConfig config) {
        switch (config) {
            case VideoConfig video -> writeVideo(video);
            case AudioConfig audio -> writeAudio(audio);
        }
    }

    private void writeVideo(VideoConfig config) {
        switch (config) {
            case AvcConfig avc -> writeVisual("avc1", avc, () -> boxes.box("avcC", () -> boxes.bytes(avc.record())));
            case HevcConfig hevc ->
                writeVisual("hvc1", hevc, () -> boxes.box("hvcC", () -> boxes.bytes(hevc.record())));
            case Av1Config av1 -> writeVisual("av01", av1, () -> boxes.box("av1C", () -> boxes.bytes(av1.record())));
            case Vp9Config vp9 ->
                writeVisual("vp09", vp9, () -> boxes.fullBox("vpcC", 1, 0, () -> boxes.bytes(vp9.record())));
        }
    }

    private void writeAudio(AudioConfig config) {
        switch (config) {
            case AacConfig aac -> writeSound("mp4a", aac, () -> writeElementaryStream(aac));
            case OpusConfig opus -> writeSound("Opus", opus, () -> boxes.box("dOps", () -> boxes.bytes(opus.record())));
            case FlacConfig flac ->
                writeSound("fLaC", flac, () -> boxes.fullBox("dfLa", 0, 0, () -> boxes.bytes(flac.record())));
            case Ac3Config ac3 -> writeSound("ac-3", ac3, () -> boxes.box("dac3", () -> boxes.bytes(ac3.record())));
            case Eac3Config eac3 -> writeSound("ec-3", eac3, () -> boxes.box("dec3", () -> boxes.bytes(eac3.record())));
        }
    }

    private void writeVisual(String type, VideoConfig config, BoxWriter.Content record) {
        boxes.box(type, () -> {
            boxes.zeros(6).u16(DATA_REFERENCE).zeros(16);
            boxes.u16(config.picture().width()).u16(config.picture().height());
            boxes.u32(SEVENTY_TWO_DPI).u32(SEVENTY_TWO_DPI).u32(0).u16(1);
            boxes.zeros(32).u16(DEPTH).u16(-1);
            record.write();
            new ColorBoxes(boxes).write(colors);
        });
    }

    private void writeSound(String type, AudioConfig config, BoxWriter.Content record) {
        // The field has 16 bits; a higher rate (FLAC at 96 kHz) stands in the codec's own record only.
        long rate = config.sampleRate() > 0xFFFF ? 0 : config.sampleRate();
        boxes.box(type, () -> {
            boxes.zeros(6).u16(DATA_REFERENCE).zeros(8);
            boxes.u16(config.channels()).u16(BITS_PER_SAMPLE).zeros(4).u32(rate << 16);
            record.write();
        });
    }

    private void writeElementaryStream(AacConfig config) {
        int specific = config.record().length;
        int decoder = 13 + descriptorSize(specific);
        boxes.fullBox("esds", 0, 0, () -> {
            writeDescriptor(ES_DESCRIPTOR, 3 + descriptorSize(decoder) + descriptorSize(1));
            boxes.u16(0).u8(0);
            writeDescriptor(DECODER_CONFIG, decoder);
            boxes.u8(MPEG4_AUDIO).u8(AUDIO_STREAM).zeros(3 + 4 + 4);
            writeDescriptor(DECODER_SPECIFIC, specific);
            boxes.bytes(config.record());
            writeDescriptor(SYNC_LAYER, 1);
            boxes.u8(SYNC_LAYER_FOR_MP4);
        });
    }

    /** Tag and length; the length always in four bytes of seven bits (8.3.3), which fits every record. */
    private void writeDescriptor(int tag, int length) {
        boxes.u8(tag)
                .u8(length >> 21 | 0x80)
                .u8(length >> 14 | 0x80)
                .u8(length >> 7 | 0x80)
                .u8(length & 0x7F);
    }

    private static int descriptorSize(int length) {
        return 5 + length;
    }
}
