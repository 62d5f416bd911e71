// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.clip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code moof} with its {@code mdat}, read after ISO/IEC 14496-12 without a look at the code that wrote it.
 *
 * @param baseTime of tfdt
 * @param samples in decoding order
 * @param dataBytes that mdat holds
 */
public record ReadFragment(int track, long baseTime, List<ReadSample> samples, int dataBytes) {

    /** A row of trun, defaults filled in. */
    public record ReadSample(int duration, int size, int flags, int compositionOffset) {
        public boolean sync() {
            return (flags & 0x00010000) == 0;
        }
    }

    /** Where the last sample ends. */
    public long end() {
        return baseTime + samples.stream().mapToLong(ReadSample::duration).sum();
    }

    /** All fragments of a file or part. */
    public static List<ReadFragment> all(byte[] bytes) {
        var fragments = new ArrayList<ReadFragment>();
        var in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int start = in.position();
            int size = in.getInt();
            if (in.getInt() == type("moof")) {
                int dataStart = start + size;
                fragments.add(moof(in.slice(start, size), in.getInt(dataStart) - 8));
                in.position(dataStart + in.getInt(dataStart));
            } else {
                in.position(start + size);
            }
        }
        return fragments;
    }

    private static ReadFragment moof(ByteBuffer moof, int dataBytes) {
        var traf = find(moof, 8, "traf").orElseThrow();
        var header = find(traf, 8, "tfhd").orElseThrow();
        int flags = header.getInt(8) & 0xFFFFFF;
        int at = 16;
        int duration = (flags & 0x8) == 0 ? 0 : header.getInt(at);
        at += (flags & 0x8) == 0 ? 0 : 4;
        int sampleFlags = (flags & 0x20) == 0 ? 0 : header.getInt(at);
        long base = find(traf, 8, "tfdt").orElseThrow().getLong(12);
        var run = find(traf, 8, "trun").orElseThrow();
        return new ReadFragment(header.getInt(12), base, samples(run, duration, sampleFlags), dataBytes);
    }

    private static List<ReadSample> samples(ByteBuffer run, int duration, int sampleFlags) {
        int flags = run.getInt(8) & 0xFFFFFF;
        int count = run.getInt(12);
        run.position(20);
        var samples = new ArrayList<ReadSample>();
        for (int i = 0; i < count; i++) {
            samples.add(new ReadSample(
                    (flags & 0x100) == 0 ? duration : run.getInt(),
                    run.getInt(),
                    (flags & 0x400) == 0 ? sampleFlags : run.getInt(),
                    (flags & 0x800) == 0 ? 0 : run.getInt()));
        }
        return samples;
    }

    private static Optional<ByteBuffer> find(ByteBuffer box, int from, String name) {
        int at = from;
        while (at < box.limit()) {
            int size = box.getInt(at);
            if (box.getInt(at + 4) == type(name)) {
                return Optional.of(box.slice(at, size));
            }
            at += size;
        }
        return Optional.empty();
    }

    private static int type(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
