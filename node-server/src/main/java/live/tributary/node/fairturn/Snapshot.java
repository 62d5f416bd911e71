// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is live in a minute and what everybody weighs (section 6): all that a draw of this minute is made from, beside the
 *  key of its day and the visitor's nonce. Each names the one before by its hash, so that none can be changed later.
 *  @param previous the hash of the former snapshot, {@link Hash#NONE} for a directory's first
 *  @param dayKey the commitment to the key of this minute's day
 *  @param nextDayKey the commitment to the key of the day after, which so is fixed before that day begins
 *  @param newcomerCaps the newcomer cap N of pools where it is below one, in units of 2^-20: it is already in each
 *      {@code a}, and stands here so that a card can say why its weight is low
 *  @param lines sorted by gid, each once. Whoever makes a snapshot leaves out the later one of two groups with the same gid:
 *      half a day of one machine finds such an address, and nobody shall stop a draw by it */
public record Snapshot(
        Minute minute,
        Hash previous,
        Hash dayKey,
        Hash nextDayKey,
        Map<String, Integer> newcomerCaps,
        List<GroupLine> lines) {

    public Snapshot {
        for (int cap : newcomerCaps.values()) {
            if (cap < 1 || cap > Fixed.ONE) {
                throw new IllegalArgumentException("a newcomer cap of %d is not within 1 and 2^20".formatted(cap));
            }
        }
        newcomerCaps = Collections.unmodifiableSortedMap(new TreeMap<>(newcomerCaps));
        lines = lines.stream()
                .sorted((one, other) -> one.gid().compareTo(other.gid()))
                .toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).gid().equals(lines.get(i - 1).gid())) {
                throw new IllegalArgumentException(
                        "group %s is listed twice".formatted(lines.get(i).gid()));
            }
        }
    }

    /** The cap in a pool, in units of 2^-20. */
    public int newcomerCap(String language) {
        return newcomerCaps.getOrDefault(language, Fixed.ONE);
    }
}
