// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.OneLine;

/** The published rules of a directory, in all their versions. Safe for any thread that may block. */
public final class Rulebook {

    private final RuleStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Rulebook(RuleStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of writing new rules. */
    public enum Written {
        DONE,
        /** They are what stands there already. */
        SAME,
        NONE,
        TOO_MANY,
        /** One is too long, or has letters that nobody sees. */
        UNREADABLE
    }

    public ListingRules newest() {
        return store.newest();
    }

    public Optional<ListingRules> version(int version) {
        return store.version(version);
    }

    /**
     * Publishes a new version. The former ones stay.
     *
     * @param actor the owner of the node
     * @param typed a line for each rule; empty ones are left out
     */
    public Written write(Actor actor, String typed) {
        Owner.require(actor, "write the rules of the directory");
        var lines = typed.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return Written.NONE;
        }
        if (lines.size() > ListingRules.MOST) {
            return Written.TOO_MANY;
        }
        var rules = new ArrayList<String>();
        lines.forEach(line -> OneLine.parse(line, ListingRules.LONGEST).ifPresent(rules::add));
        return rules.size() < lines.size() ? Written.UNREADABLE : publish(rules);
    }

    private Written publish(List<String> rules) {
        return transactions.execute(_ -> {
            store.lock();
            var newest = store.newest();
            if (newest.rules().equals(rules)) {
                return Written.SAME;
            }
            store.add(new ListingRules(newest.version() + 1, clock.instant(), rules));
            return Written.DONE;
        });
    }
}
