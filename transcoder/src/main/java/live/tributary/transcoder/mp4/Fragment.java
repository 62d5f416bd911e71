// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.mp4;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One {@code moof} and its {@code mdat}: the samples of one track in one part.
 *
 * @param sequence counts the fragments of the track from 1 (mfhd)
 * @param samples at least one, contiguous
 */
public record Fragment(TrackId track, int sequence, List<Sample> samples) {

    private static final int BOX_HEADER = 8;
    private static final int MFHD = 16;
    private static final int TFDT = 20;

    // ISO/IEC 14496-12, 8.8.7.1 and 8.8.8.1
    private static final int BASE_IS_MOOF = 0x020000;
    private static final int DEFAULT_DURATION = 0x000008;
    private static final int DEFAULT_FLAGS = 0x000020;
    private static final int DATA_OFFSET = 0x000001;
    private static final int SAMPLE_DURATION = 0x000100;
    private static final int SAMPLE_SIZE = 0x000200;
    private static final int SAMPLE_FLAGS = 0x000400;
    private static final int SAMPLE_COMPOSITION = 0x000800;

    // 8.8.3.1: depends on nothing; or on others, and is no sync sample
    static final int SYNC = 0x02000000;
    static final int NON_SYNC = 0x01010000;

    public Fragment {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("a fragment without samples");
        }
    }

    /** Bytes that {@link #write} will write. */
    public int size() {
        return moofSize() + BOX_HEADER + dataSize();
    }

    /** Media time of all samples together, in ticks. */
    public long duration() {
        return samples.getLast().end() - samples.getFirst().decodeTime();
    }

    /** Whether decoding may begin with it. */
    public boolean independent() {
        return samples.getFirst().sync();
    }

    /** Writes exactly {@link #size} bytes. */
    public void write(ByteBuffer out) {
        var boxes = new BoxWriter(out);
        boxes.box(
                "moof",
                () -> boxes.fullBox("mfhd", 0, 0, () -> boxes.u32(sequence)).box("traf", () -> {
                    writeHeader(boxes);
                    boxes.fullBox(
                            "tfdt", 1, 0, () -> boxes.u64(samples.getFirst().decodeTime()));
                    writeRun(boxes);
                }));
        boxes.box("mdat", () -> samples.forEach(sample -> boxes.bytes(sample.data())));
    }

    private void writeHeader(BoxWriter boxes) {
        switch (track) {
            case VIDEO -> boxes.fullBox("tfhd", 0, BASE_IS_MOOF, () -> boxes.u32(track.number()));
            case AUDIO ->
                boxes.fullBox(
                        "tfhd",
                        0,
                        BASE_IS_MOOF | DEFAULT_DURATION | DEFAULT_FLAGS,
                        () -> boxes.u32(track.number())
                                .u32(samples.getFirst().duration())
                                .u32(SYNC));
        }
    }

    private void writeRun(BoxWriter boxes) {
        int flags = DATA_OFFSET | runFlags();
        boxes.fullBox("trun", 1, flags, () -> {
            boxes.u32(samples.size()).u32(moofSize() + BOX_HEADER);
            for (var sample : samples) {
                writeEntry(boxes, sample, flags);
            }
        });
    }

    private static void writeEntry(BoxWriter boxes, Sample sample, int flags) {
        if ((flags & SAMPLE_DURATION) != 0) {
            boxes.u32(sample.duration());
        }
        boxes.u32(sample.data().length);
        if ((flags & SAMPLE_FLAGS) != 0) {
            boxes.u32(sample.sync() ? SYNC : NON_SYNC);
        }
        if ((flags & SAMPLE_COMPOSITION) != 0) {
            boxes.u32(sample.compositionOffset());
        }
    }

    private int runFlags() {
        return switch (track) {
            case VIDEO -> SAMPLE_DURATION | SAMPLE_SIZE | SAMPLE_FLAGS | SAMPLE_COMPOSITION;
            case AUDIO -> SAMPLE_SIZE | (durationsDiffer() ? SAMPLE_DURATION : 0);
        };
    }

    private boolean durationsDiffer() {
        int first = samples.getFirst().duration();
        return samples.stream().anyMatch(sample -> sample.duration() != first);
    }

    private int moofSize() {
        int header = switch (track) {
            case VIDEO -> 16;
            case AUDIO -> 24;
        };
        int run = 20 + samples.size() * 4 * Integer.bitCount(runFlags());
        return BOX_HEADER + MFHD + BOX_HEADER + header + TFDT + run;
    }

    private int dataSize() {
        int size = 0;
        for (var sample : samples) {
            size = Math.addExact(size, sample.data().length);
        }
        return size;
    }
}
