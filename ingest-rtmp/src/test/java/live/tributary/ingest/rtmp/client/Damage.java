// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.util.Arrays;
import java.util.Random;

/** What bad lines, bad encoders and strangers make of a good session. The same seed makes the same of it. */
public enum Damage {
    /** One byte in five hundred is another. */
    BYTES_CHANGED {
        @Override
        byte[] of(byte[] good, Random random) {
            byte[] bad = good.clone();
            for (int at = random.nextInt(500); at < bad.length; at += 1 + random.nextInt(1_000)) {
                bad[at] = (byte) random.nextInt();
            }
            return bad;
        }
    },
    /** One bit. */
    BIT_CHANGED {
        @Override
        byte[] of(byte[] good, Random random) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            return bad;
        }
    },
    CUT_SHORT {
        @Override
        byte[] of(byte[] good, Random random) {
            return Arrays.copyOf(good, random.nextInt(good.length));
        }
    },
    PIECE_MISSING {
        @Override
        byte[] of(byte[] good, Random random) {
            int from = random.nextInt(good.length);
            return new Wire()
                    .raw(Arrays.copyOf(good, from))
                    .raw(rest(good, from + piece(random)))
                    .bytes();
        }
    },
    PIECE_TWICE {
        @Override
        byte[] of(byte[] good, Random random) {
            int to = random.nextInt(good.length);
            return new Wire()
                    .raw(Arrays.copyOf(good, to))
                    .raw(rest(good, Math.max(0, to - piece(random))))
                    .bytes();
        }
    },
    NOISE_BETWEEN {
        @Override
        byte[] of(byte[] good, Random random) {
            int at = random.nextInt(good.length);
            byte[] noise = new byte[piece(random)];
            random.nextBytes(noise);
            return new Wire()
                    .raw(Arrays.copyOf(good, at))
                    .raw(noise)
                    .raw(rest(good, at))
                    .bytes();
        }
    },
    /** Where a length lies in it, it becomes the largest. */
    ALL_ONES {
        @Override
        byte[] of(byte[] good, Random random) {
            return filled(good, random, (byte) 0xFF);
        }
    },
    /** Where a length lies in it, it becomes nothing. */
    ALL_ZEROS {
        @Override
        byte[] of(byte[] good, Random random) {
            return filled(good, random, (byte) 0);
        }
    };

    private static final int LONGEST_PIECE = 2_000;

    abstract byte[] of(byte[] good, Random random);

    public byte[] of(byte[] good, int seed) {
        return of(good, new Random(seed));
    }

    private static int piece(Random random) {
        return 1 + random.nextInt(LONGEST_PIECE);
    }

    private static byte[] rest(byte[] good, int from) {
        return Arrays.copyOfRange(good, Math.min(from, good.length), good.length);
    }

    private static byte[] filled(byte[] good, Random random, byte value) {
        byte[] bad = good.clone();
        int from = random.nextInt(bad.length);
        Arrays.fill(bad, from, Math.min(bad.length, from + 1 + random.nextInt(8)), value);
        return bad;
    }
}
