// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Rung;

/** What somebody watches, of what can be made. Belongs to its encoder, whose lock guards it. */
final class WantedRungs {

    private final List<Rung> ladder;
    private final Set<RenditionName> dropped = new HashSet<>();
    private Set<RenditionName> wanted = Set.of();
    /** Asked for at each picture. */
    private List<Rung> rungs = List.of();

    WantedRungs(List<Rung> ladder) {
        this.ladder = ladder.stream()
                .sorted(Comparator.comparingInt(Rung::pixels).reversed())
                .toList();
    }

    /**
     * Replaces the wish.
     *
     * @throws IllegalArgumentException for what is not in the ladder
     */
    void replace(Set<RenditionName> wish) {
        var unknown = new HashSet<>(wish);
        unknown.remove(RenditionName.AAC);
        ladder.forEach(rung -> unknown.remove(rung.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("not in the ladder: " + unknown);
        }
        wanted = Set.copyOf(wish);
        choose();
    }

    private void choose() {
        rungs = ladder.stream()
                .filter(rung -> wanted.contains(rung.name()) && !dropped.contains(rung.name()))
                .toList();
    }

    /** Largest first. */
    List<Rung> rungs() {
        return rungs;
    }

    boolean sound() {
        return wanted.contains(RenditionName.AAC);
    }

    /** Takes the largest out for good; empty when none is left. */
    Optional<RenditionName> dropLargest() {
        var largest = rungs.stream().findFirst().map(Rung::name);
        largest.ifPresent(dropped::add);
        choose();
        return largest;
    }

    Set<RenditionName> dropped() {
        return Set.copyOf(dropped);
    }
}
