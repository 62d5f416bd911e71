// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.CodecConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.Ticks;

/**
 * Writes {@code ftyp} and {@code moov}: all that a player must know before the first fragment. There is no edit list:
 * decode times start at ten seconds, so that none lies below zero.
 */
public final class InitSegment {

    private static final int ROOM_WITHOUT_RECORDS = 4096;
    private static final int MOVIE_TIMESCALE = 1000;
    private static final int ENABLED_IN_MOVIE = 3;
    private static final int UNITY = 0x00010000;
    private static final int UNDETERMINED_LANGUAGE = 0x55C4;
    private static final int SELF_CONTAINED = 1;

    private static final List<String> CMAF = List.of("iso6", "cmfc", "mp41");

    private final BoxWriter boxes;
    private final ColorDescription colors;

    private InitSegment(BoxWriter boxes, ColorDescription colors) {
        this.boxes = boxes;
        this.colors = colors;
    }

    /** For one track of sound, a CMAF header. */
    public static byte[] of(AudioConfig config) {
        return write(List.of(config), ColorDescription.NONE, CMAF);
    }

    /** For one track of pictures, a CMAF header. */
    public static byte[] of(VideoConfig config, ColorDescription colors) {
        return write(List.of(config), colors, CMAF);
    }

    /** For both tracks of the joined view; CMAF is one track a file, so its brand is left out. */
    public static byte[] joined(VideoConfig video, ColorDescription colors, AudioConfig audio) {
        return write(List.of(video, audio), colors, List.of("iso6", "mp41"));
    }

    private static byte[] write(List<CodecConfig> configs, ColorDescription colors, List<String> brands) {
        int records =
                configs.stream().mapToInt(config -> config.record().length).sum();
        var out = ByteBuffer.allocate(ROOM_WITHOUT_RECORDS + records);
        new InitSegment(new BoxWriter(out), colors).writeBoxes(brands, configs);
        return Arrays.copyOf(out.array(), out.position());
    }

    private void writeBoxes(List<String> brands, List<CodecConfig> configs) {
        boxes.box("ftyp", () -> {
            boxes.text(brands.getFirst()).u32(0);
            brands.forEach(boxes::text);
        });
        boxes.box("moov", () -> {
            writeMovieHeader();
            configs.forEach(this::writeTrack);
            boxes.box("mvex", () -> configs.forEach(this::writeDefaults));
        });
    }

    private void writeMovieHeader() {
        boxes.fullBox("mvhd", 0, 0, () -> {
            boxes.zeros(8).u32(MOVIE_TIMESCALE).u32(0).u32(UNITY).u16(0x0100).zeros(10);
            writeMatrix();
            boxes.zeros(24).u32(TrackId.values().length + 1L);
        });
    }

    private void writeMatrix() {
        boxes.u32(UNITY).zeros(12).u32(UNITY).zeros(12).u32(0x40000000);
    }

    private void writeTrack(CodecConfig config) {
        boxes.box("trak", () -> {
            writeTrackHeader(config);
            boxes.box("mdia", () -> {
                boxes.fullBox(
                        "mdhd",
                        0,
                        0,
                        () -> boxes.zeros(8)
                                .u32(timescale(config))
                                .u32(0)
                                .u16(UNDETERMINED_LANGUAGE)
                                .u16(0));
                writeHandler(config);
                boxes.box("minf", () -> writeMediaInformation(config));
            });
        });
    }

    private void writeTrackHeader(CodecConfig config) {
        boxes.fullBox("tkhd", 0, ENABLED_IN_MOVIE, () -> {
            boxes.zeros(8).u32(track(config).number()).zeros(4 + 4 + 8 + 4);
            boxes.u16(config instanceof AudioConfig ? 0x0100 : 0).u16(0);
            writeMatrix();
            switch (config) {
                case VideoConfig video ->
                    boxes.u32((long) video.picture().width() << 16)
                            .u32((long) video.picture().height() << 16);
                case AudioConfig _ -> boxes.zeros(8);
            }
        });
    }

    private void writeHandler(CodecConfig config) {
        boxes.fullBox("hdlr", 0, 0, () -> {
            boxes.u32(0);
            switch (config) {
                case VideoConfig _ -> boxes.text("vide").zeros(12).text("video");
                case AudioConfig _ -> boxes.text("soun").zeros(12).text("sound");
            }
            boxes.u8(0);
        });
    }

    private void writeMediaInformation(CodecConfig config) {
        switch (config) {
            case VideoConfig _ -> boxes.fullBox("vmhd", 0, 1, () -> boxes.zeros(8));
            case AudioConfig _ -> boxes.fullBox("smhd", 0, 0, () -> boxes.zeros(4));
        }
        boxes.box(
                "dinf",
                () -> boxes.fullBox("dref", 0, 0, () -> boxes.u32(1).fullBox("url ", 0, SELF_CONTAINED, () -> {})));
        boxes.box("stbl", () -> {
            boxes.fullBox("stsd", 0, 0, () -> {
                boxes.u32(1);
                new SampleEntry(boxes, colors).write(config);
            });
            boxes.fullBox("stts", 0, 0, () -> boxes.u32(0));
            boxes.fullBox("stsc", 0, 0, () -> boxes.u32(0));
            boxes.fullBox("stsz", 0, 0, () -> boxes.u32(0).u32(0));
            boxes.fullBox("stco", 0, 0, () -> boxes.u32(0));
        });
    }

    private void writeDefaults(CodecConfig config) {
        boxes.fullBox(
                "trex", 0, 0, () -> boxes.u32(track(config).number()).u32(1).zeros(12));
    }

    private static TrackId track(CodecConfig config) {
        return switch (config) {
            case VideoConfig _ -> TrackId.VIDEO;
            case AudioConfig _ -> TrackId.AUDIO;
        };
    }

    private static int timescale(CodecConfig config) {
        return switch (config) {
            case VideoConfig _ -> Ticks.VIDEO_RATE;
            case AudioConfig audio -> audio.sampleRate();
        };
    }
}
