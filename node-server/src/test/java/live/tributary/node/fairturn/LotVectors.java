// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.List;
import java.util.stream.LongStream;

/** Lots by seed and group, for other programs. */
public final class LotVectors {

    private LotVectors() {}

    /** A lot.
     *  @param seed 16 hexadecimal digits, as gid */
    public record Vector(String seed, String gid, long lot) {}

    public static List<Vector> all() {
        return LongStream.range(0, 12)
                .mapToObj(i -> of(Lots.mix64(i), new Gid(Lots.mix64(1000 + i))))
                .toList();
    }

    private static Vector of(long seed, Gid gid) {
        return new Vector(new Gid(seed).toString(), gid.toString(), Lots.lot(Lots.ticket(new Seed(seed), gid)));
    }
}
