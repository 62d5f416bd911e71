// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import live.tributary.transcoder.hls.RenditionName;

/**
 * What one broadcast may encode of its ladder. Safe for any thread. Its state belongs to its {@link Admission}, whose
 * lock guards it; what is package-private here is called under that lock.
 */
public final class LadderShare implements AutoCloseable {

    private final Admission admission;
    private final SourcePicture source;
    private final Grant wished;
    private final Consumer<Grant> onChange;
    /** What is left of the wish. */
    private Grant open;

    private Grant granted = Grant.NOTHING;
    private Grant told = Grant.NOTHING;
    private int watching;

    LadderShare(Admission admission, SourcePicture source, Grant wished, Consumer<Grant> onChange) {
        this.admission = admission;
        this.source = source;
        this.wished = wished;
        this.onChange = onChange;
        this.open = wished;
    }

    /** What may be encoded now. */
    public Grant now() {
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
        admission.learn(source, made(running), coresUsed);
    }

    private Grant made(Collection<RenditionName> running) {
        return new Grant(
                wished.rungs().stream()
                        .filter(rung -> running.contains(rung.name()))
                        .toList(),
                wished.sound() && running.contains(RenditionName.AAC));
    }

    /** The encoder could not keep up with these, or gave all up: they do not come back in this broadcast. */
    public void drop(Set<RenditionName> given) {
        admission.regrantAfter(() -> {
            open = new Grant(
                    open.rungs().stream()
                            .filter(rung -> !given.contains(rung.name()))
                            .toList(),
                    open.sound() && !given.contains(RenditionName.AAC));
            granted = granted.within(open);
        });
    }

    /** The broadcast is over: others may have its cores. */
    @Override
    public void close() {
        admission.release(this);
    }

    Grant granted() {
        return granted;
    }

    int watching() {
        return watching;
    }

    /** The smallest that is not granted yet. */
    Optional<Rung> next() {
        return open.rungs().reversed().stream()
                .filter(rung -> !granted.rungs().contains(rung))
                .findFirst();
    }

    /** Whether sound in AAC is wished for, and not granted yet. */
    boolean lacksSound() {
        return open.sound() && !granted.sound();
    }

    void grant(Grant more) {
        granted = more;
    }

    double cores(EncodingCost cost) {
        return cost.cores(source, granted);
    }

    double coresMore(Grant more, EncodingCost cost) {
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
        var now = granted;
        return () -> onChange.accept(now);
    }
}
