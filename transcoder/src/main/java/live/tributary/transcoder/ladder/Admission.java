// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who may encode how much: one per node, so that encoding never takes what live pictures, pages and neighbours need.
 *
 * <p>Every broadcast gets its sound in AAC, where it needs it, and its smallest rung before any gets a second one, if need
 * be by taking the largest further rung from where fewest people watch. Further rungs go where most people watch. What is
 * granted stays as long as it can. Safe for any thread; listeners are called on the thread that caused the change, while no lock is held.
 */
public final class Admission {

    /** The rest belongs to ingest, pages and federation. */
    public static final double SHARE_OF_CORES = 0.6;

    /** How much one measurement counts against what was known. */
    private static final double WEIGHT = 0.2;

    /** One child's strange minute must not open or close the whole node. */
    private static final double LEAST_FACTOR = 0.25;

    private static final double MOST_FACTOR = 4;

    private final double budgetCores;
    private final List<LadderShare> shares = new ArrayList<>();
    private EncodingCost cost;
    private double factor = 1;

    /**
     * @param cores that this process may use, as its container allows
     * @param cost as the self-test measured it, or {@link EncodingCost#ASSUMED}
     */
    public Admission(double cores, EncodingCost cost) {
        this.budgetCores = cores * SHARE_OF_CORES;
        this.cost = cost;
    }

    /**
     * A broadcast asks for its rungs. It closes its share when it ends.
     *
     * @param wished what it is to have
     * @param onChange hears of what is granted when it changes after this call
     */
    public LadderShare ask(SourcePicture source, Grant wished, Consumer<Grant> onChange) {
        var share = new LadderShare(this, source, wished, onChange);
        change(() -> {
            shares.add(share);
            regrant();
            share.isNews();
        });
        return share;
    }

    /** What the self-test found, when it found it after the first broadcast came. */
    public void calibrate(EncodingCost measured) {
        change(() -> {
            cost = measured;
            factor = 1;
            regrant();
        });
    }

    public double budgetCores() {
        return budgetCores;
    }

    /** Cores that the granted rungs take, as far as known. */
    public synchronized double grantedCores() {
        return shares.stream().mapToDouble(share -> share.cores(currentCost())).sum();
    }

    void release(LadderShare share) {
        change(() -> {
            shares.remove(share);
            regrant();
        });
    }

    /** Changes something about one share and grants anew. */
    void regrantAfter(Runnable change) {
        change(() -> {
            change.run();
            regrant();
        });
    }

    /** What a child really took; counts from the next decision on. Sound alone tells nothing of pictures. */
    synchronized void learn(SourcePicture source, Grant running, double coresUsed) {
        double pictures = cost.cores(source, running.rungs());
        if (pictures > 0 && coresUsed > 0) {
            double seen = Math.clamp(coresUsed / cost.cores(source, running), LEAST_FACTOR, MOST_FACTOR);
            factor += WEIGHT * (seen - factor);
        }
    }

    private EncodingCost currentCost() {
        return cost.times(factor);
    }

    private void change(Runnable change) {
        List<Runnable> news;
        synchronized (this) {
            change.run();
            news = shares.stream()
                    .filter(LadderShare::isNews)
                    .map(LadderShare::news)
                    .toList();
        }
        news.forEach(Runnable::run);
    }

    private void regrant() {
        for (var share : shares) {
            if (share.lacksSound()) {
                grantFirst(share, Grant::withSound);
            }
            if (share.granted().rungs().isEmpty()) {
                share.next().ifPresent(rung -> grantFirst(share, granted -> granted.with(rung)));
            }
        }
        while (grantOneMore()) {
            // Until nothing more fits anywhere.
        }
    }

    private void grantFirst(LadderShare share, UnaryOperator<Grant> more) {
        while (!fits(share, more.apply(share.granted()))) {
            var loser = furtherRungs().findFirst();
            if (loser.isEmpty()) {
                return;
            }
            loser.get().grant(loser.get().granted().withoutLargest());
        }
        share.grant(more.apply(share.granted()));
    }

    /** Those that have more than one rung, fewest watching first. */
    private Stream<LadderShare> furtherRungs() {
        return shares.stream()
                .filter(share -> share.granted().rungs().size() > 1)
                .sorted(Comparator.comparingInt(LadderShare::watching));
    }

    private boolean grantOneMore() {
        Optional<LadderShare> lucky = shares.stream()
                .filter(share -> !share.granted().rungs().isEmpty())
                .filter(share -> next(share).filter(more -> fits(share, more)).isPresent())
                .max(Comparator.comparingInt(LadderShare::watching));
        lucky.ifPresent(share -> next(share).ifPresent(share::grant));
        return lucky.isPresent();
    }

    private static Optional<Grant> next(LadderShare share) {
        return share.next().map(rung -> share.granted().with(rung));
    }

    private boolean fits(LadderShare share, Grant more) {
        return grantedCores() + share.coresMore(more, currentCost()) <= budgetCores;
    }
}
