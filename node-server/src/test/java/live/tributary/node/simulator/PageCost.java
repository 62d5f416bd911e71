// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Seed;
import live.tributary.node.fairturn.Snapshot;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What a page out of ten thousand live groups costs, in milliseconds of CPU, beside the plain way to do the same. */
final class PageCost {

    private static final int LIVE = 10_000;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 101;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Random random = new Random(4);
    private final Snapshot snapshot = snapshot();

    /** As a directory does it. */
    double ofDraw() {
        return median(() -> new Draw(snapshot, Filter.NONE, new Seed(random.nextLong())).page(1));
    }

    /** A hash for each group, a logarithm, and all of them sorted. */
    double ofHashingAndSorting() {
        return median(() -> {
            byte[] key = new byte[32];
            random.nextBytes(key);
            var keys = new ArrayList<Map.Entry<Double, Gid>>();
            for (GroupLine line : snapshot.lines()) {
                double unit = (hash(key, line.gid()) >>> 11) * 0x1p-53;
                keys.add(Map.entry(-Math.log(unit) / line.pools().getFirst().allowance(), line.gid()));
            }
            keys.sort(Comparator.comparingDouble(Map.Entry::getKey));
            return keys.subList(0, Draw.PAGE);
        });
    }

    private static long hash(byte[] key, Gid gid) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return ByteBuffer.wrap(mac.doFinal(gid.toString().getBytes(US_ASCII)))
                    .getLong();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double median(Supplier<List<?>> page) {
        var threads = ManagementFactory.getThreadMXBean();
        long cards = 0;
        for (int i = 0; i < WARM_UP; i++) {
            cards += page.get().size();
        }
        double[] millis = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long before = threads.getCurrentThreadCpuTime();
            cards += page.get().size();
            millis[i] = (threads.getCurrentThreadCpuTime() - before) / NANOS_PER_MILLI;
        }
        if (cards != (long) (WARM_UP + MEASURED) * Draw.PAGE) {
            throw new IllegalStateException("not all pages were full");
        }
        Arrays.sort(millis);
        return millis[MEASURED / 2];
    }

    private Snapshot snapshot() {
        var lines = IntStream.range(0, LIVE)
                .mapToObj(i -> new GroupLine(
                        new Gid(random.nextLong()),
                        i,
                        true,
                        List.of(new PoolLine("en", 1 + random.nextInt(Fixed.ONE), Fixed.ONE)),
                        Tags.some(3, random),
                        List.of()))
                .toList();
        return new Snapshot(Clock.minute(0), Hash.NONE, Hash.NONE, Hash.NONE, Map.of(), lines);
    }
}
