// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The ways in which a network may deliver the same bytes. */
public final class Cuts {
    private static final int RANDOM_WAYS = 5;

    private Cuts() {}

    /** Whole, one byte at a time, and cut at random places; the seeds are fixed. */
    public static List<List<byte[]>> of(byte[] bytes) {
        var ways = new ArrayList<List<byte[]>>();
        ways.add(List.of(bytes));
        ways.add(pieces(bytes, new Random(0), 1));
        for (int seed = 1; seed <= RANDOM_WAYS; seed++) {
            ways.add(pieces(bytes, new Random(seed), Math.max(2, bytes.length / (2 * seed))));
        }
        return ways;
    }

    private static List<byte[]> pieces(byte[] bytes, Random random, int longest) {
        var pieces = new ArrayList<byte[]>();
        int at = 0;
        while (at < bytes.length) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(longest));
            pieces.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        return pieces;
    }
}
