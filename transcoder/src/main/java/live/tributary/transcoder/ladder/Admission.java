// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who may encode how much: one per node, so that encoding never takes what live pictures, pages and neighbours need.
 *
 * <p>Every broadcast gets its smallest rung before any gets a second one, if need be by taking the largest further rung
 * from where fewest people watch. Further rungs go where most people watch. What is granted stays as long as it can.
 * Safe for any thread; listeners are called on the thread that caused the change, while no lock is held.
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
     * @param ladder what it is to have
     * @param onChange hears of the granted rungs, largest first, when they change after this call
     */
    public LadderShare ask(SourcePicture source, List<Rung> ladder, Consumer<List<Rung>> onChange) {
        var share = new LadderShare(this, source, ladder, onChange);
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

    /** What a child really took for those rungs; counts from the next decision on. */
    synchronized void learn(SourcePicture source, List<Rung> running, double coresUsed) {
        double expected = cost.cores(source, running);
        if (expected > 0 && coresUsed > 0) {
            double seen = Math.clamp(coresUsed / expected, LEAST_FACTOR, MOST_FACTOR);
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
            if (share.granted().isEmpty()) {
                share.next().ifPresent(rung -> grantFirst(share, rung));
            }
        }
        while (grantOneMore()) {
            // Until nothing more fits anywhere.
        }
    }

    private void grantFirst(LadderShare share, Rung rung) {
        while (!fits(share, rung)) {
            var loser = furtherRungs().findFirst();
            if (loser.isEmpty()) {
                return;
            }
            loser.get().takeLargest();
        }
        share.grant(rung);
    }

    /** Those that have more than one rung, fewest watching first. */
    private Stream<LadderShare> furtherRungs() {
        return shares.stream()
                .filter(share -> share.granted().size() > 1)
                .sorted(Comparator.comparingInt(LadderShare::watching));
    }

    private boolean grantOneMore() {
        Optional<LadderShare> lucky = shares.stream()
                .filter(share -> !share.granted().isEmpty())
                .filter(share -> share.next().filter(rung -> fits(share, rung)).isPresent())
                .max(Comparator.comparingInt(LadderShare::watching));
        lucky.ifPresent(share -> share.next().ifPresent(share::grant));
        return lucky.isPresent();
    }

    private boolean fits(LadderShare share, Rung rung) {
        return grantedCores() + share.coresMore(rung, currentCost()) <= budgetCores;
    }
}
