// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import live.tributary.transcoder.hls.RenditionName;

/**
 * What one broadcast may encode of its ladder. Safe for any thread. Its state belongs to its {@link Admission}, whose
 * lock guards it; what is package-private here is called under that lock.
 */
public final class LadderShare implements AutoCloseable {

    private static final Comparator<Rung> LARGEST_FIRST =
            Comparator.comparingInt(Rung::pixels).reversed();

    private final Admission admission;
    private final SourcePicture source;
    private final List<Rung> ladder;
    private final Consumer<List<Rung>> onChange;
    private final List<Rung> open;
    private List<Rung> granted = List.of();
    private List<Rung> told = List.of();
    private int watching;

    LadderShare(Admission admission, SourcePicture source, List<Rung> ladder, Consumer<List<Rung>> onChange) {
        this.admission = admission;
        this.source = source;
        this.ladder = ladder.stream().sorted(LARGEST_FIRST).toList();
        this.onChange = onChange;
        this.open = new ArrayList<>(this.ladder);
    }

    /** What may be encoded now, largest first. What is not in it is not to be listed. */
    public List<Rung> rungs() {
        synchronized (admission) {
            return granted;
        }
    }

    /** How many people watch the broadcast. Taken into account when rungs are given out the next time. */
    public void watching(int viewers) {
        synchronized (admission) {
            watching = viewers;
        }
    }

    /**
     * What the encoder really takes.
     *
     * @param running what it makes
     * @param coresUsed processor seconds for a second of media
     */
    public void measured(Collection<RenditionName> running, double coresUsed) {
        var rungs =
                ladder.stream().filter(rung -> running.contains(rung.name())).toList();
        admission.learn(source, rungs, coresUsed);
    }

    /** The encoder could not keep up with these, or gave all up: they do not come back in this broadcast. */
    public void drop(Set<RenditionName> rungs) {
        admission.regrantAfter(() -> {
            open.removeIf(rung -> rungs.contains(rung.name()));
            granted = granted.stream().filter(open::contains).toList();
        });
    }

    /** The broadcast is over: others may have its cores. */
    @Override
    public void close() {
        admission.release(this);
    }

    List<Rung> granted() {
        return granted;
    }

    int watching() {
        return watching;
    }

    /** The smallest that is not granted yet. */
    Optional<Rung> next() {
        return open.reversed().stream().filter(rung -> !granted.contains(rung)).findFirst();
    }

    void grant(Rung rung) {
        var more = new ArrayList<>(granted);
        more.add(rung);
        more.sort(LARGEST_FIRST);
        granted = List.copyOf(more);
    }

    void takeLargest() {
        granted = granted.subList(1, granted.size());
    }

    double cores(EncodingCost cost) {
        return cost.cores(source, granted);
    }

    double coresMore(Rung rung, EncodingCost cost) {
        var more = new ArrayList<>(granted);
        more.add(rung);
        return cost.cores(source, more) - cores(cost);
    }

    /** Whether something changed since this was asked last. */
    boolean isNews() {
        boolean news = !granted.equals(told);
        told = granted;
        return news;
    }

    /** To be run without the lock. */
    Runnable news() {
        var rungs = granted;
        return () -> onChange.accept(rungs);
    }
}
