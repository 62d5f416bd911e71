// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/** N (section 4) of each pool in which somebody is live for whom nobody vouches. Anybody may name a language, so young pools
 *  are held together as well: else whoever invents one has a pool where nobody holds them.
 *  @param byPool not rounded yet */
public record NewcomerCaps(Map<String, Double> byPool) {

    public NewcomerCaps {
        byPool = Map.copyOf(byPool);
    }

    /** A live group.
     *  @param languages its own first
     *  @param allowance before the cap */
    public record Member(boolean vouched, List<String> languages, double allowance) {

        public Member {
            languages = languages.stream().distinct().toList();
        }
    }

    /** Of all who are live. */
    public static NewcomerCaps of(Collection<Member> live) {
        var pools = new HashMap<String, Sums>();
        live.forEach(group -> group.languages()
                .forEach(pool -> pools.computeIfAbsent(pool, _ -> new Sums()).add(group)));
        var young = new Sums();
        live.stream()
                .filter(group ->
                        requireNonNull(pools.get(group.languages().getFirst())).isYoung())
                .forEach(young::add);
        double together = young.cap();
        var caps = new HashMap<String, Double>();
        pools.forEach((pool, sums) -> {
            if (sums.unvouched > 0) {
                caps.put(pool, sums.isYoung() ? Math.min(sums.cap(), together) : sums.cap());
            }
        });
        return new NewcomerCaps(caps);
    }

    /** What a group's allowance in a pool is multiplied by. */
    public double of(boolean vouched, String pool) {
        return vouched ? 1 : byPool.getOrDefault(pool, 1.0);
    }

    /** Those below one, as a snapshot states them. */
    public Map<String, Integer> inForce() {
        var caps = new HashMap<String, Integer>();
        byPool.forEach((pool, cap) -> {
            if (cap < 1) {
                caps.put(pool, Math.max(1, Fixed.of(cap)));
            }
        });
        return caps;
    }

    /** V and U. */
    private static final class Sums {

        private double vouched;
        private double unvouched;

        void add(Member group) {
            if (group.vouched()) {
                vouched += group.allowance();
            } else {
                unvouched += group.allowance();
            }
        }

        boolean isYoung() {
            return vouched < Allowance.GROWN;
        }

        double cap() {
            return Allowance.newcomerCap(vouched, unvouched);
        }
    }
}
