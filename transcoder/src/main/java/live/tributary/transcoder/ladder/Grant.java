// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a broadcast may encode now. What is not in it is not to be listed.
 *
 * @param rungs largest first
 * @param sound whether its sound may be made in AAC, too
 */
public record Grant(List<Rung> rungs, boolean sound) {

    private static final Comparator<Rung> LARGEST_FIRST =
            Comparator.comparingInt(Rung::pixels).reversed();

    /** The machine has no room. */
    public static final Grant NOTHING = new Grant(List.of(), false);

    public Grant {
        rungs = rungs.stream().sorted(LARGEST_FIRST).toList();
    }

    Grant with(Rung rung) {
        var more = new ArrayList<>(rungs);
        more.add(rung);
        return new Grant(more, sound);
    }

    Grant withSound() {
        return new Grant(rungs, true);
    }

    Grant withoutLargest() {
        return new Grant(rungs.subList(1, rungs.size()), sound);
    }

    /** What remains of it where no more than those may be made. */
    Grant within(Grant most) {
        return new Grant(rungs.stream().filter(most.rungs::contains).toList(), sound && most.sound);
    }
}
