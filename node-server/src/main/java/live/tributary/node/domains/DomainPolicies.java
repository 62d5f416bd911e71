// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

/**
 * How other hosts stand with this node. Each request from elsewhere asks, so the answer is in memory; what changes it goes to
 * the database first.
 *
 * <p>Safe for any thread that may block.
 */
public final class DomainPolicies {

    private final DomainPolicyStore store;
    private final boolean allowListOnly;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private volatile @Nullable PolicyTable table;
    private final AtomicLong edition = new AtomicLong();

    DomainPolicies(
            DomainPolicyStore store,
            boolean allowListOnly,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.allowListOnly = allowListOnly;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the node talks only to hosts that were allowed. What it serves is then for those alone, too. */
    public boolean allowListOnly() {
        return allowListOnly;
    }

    /** How a host stands: by its own policy, else by that of the nearest domain above it.
     *  @param host as an address names it, without a port; what is no name at all stands as badly as can be */
    public Standing standing(String host) {
        return DomainName.parse(host).map(name -> known().standing(name)).orElse(Standing.UNKNOWN_TO_THE_ALLOW_LIST);
    }

    /** Grows with each change: whoever keeps what follows from the policies keeps it with this number, asked for first. */
    public long edition() {
        return edition.get();
    }

    /** In the order of their names. */
    public List<DomainPolicy> all() {
        return store.all();
    }

    /** The allow-list, in the order of the names; it counts in allow-list mode only. */
    public List<DomainName> allowed() {
        return store.allowed();
    }

    /** Gives a domain a policy in place of the one it has.
     *  @param actor the owner of the node */
    public void put(Actor actor, DomainPolicy policy) {
        require(actor, "set a domain policy");
        transactions.executeWithoutResult(_ -> write(policy));
        forget();
    }

    /** Takes the policy of a domain away; false where it has none.
     *  @param actor the owner of the node */
    public boolean remove(Actor actor, DomainName domain) {
        require(actor, "remove a domain policy");
        var removed = store.remove(domain);
        forget();
        return removed;
    }

    /** Puts a domain on the allow-list, or takes it off.
     *  @param actor the owner of the node */
    public void allow(Actor actor, DomainName domain, boolean allowed) {
        require(actor, "change the allow-list");
        if (allowed) {
            store.allow(domain, clock.instant());
        } else {
            store.disallow(domain);
        }
        forget();
    }

    /** What a list in Mastodon's form would change. Changes nothing. */
    public PolicyImport preview(String csv) {
        var reading = PolicyCsv.read(csv);
        var changes = new ArrayList<PolicyChange>();
        var known = known();
        for (var after : reading.policies()) {
            known.policy(after.domain())
                    .<PolicyChange>map(before -> new PolicyChange.Changed(before, after))
                    .or(() -> Optional.of(new PolicyChange.Added(after)))
                    .filter(change -> !isSame(change))
                    .ifPresent(changes::add);
        }
        return new PolicyImport(changes, reading.policies().size() - changes.size(), reading.warnings());
    }

    /** Does what {@link #preview} shows, all of it or nothing, and says what it was.
     *  @param actor the owner of the node */
    public PolicyImport bring(Actor actor, String csv) {
        require(actor, "import domain policies");
        var wanted = preview(csv);
        transactions.executeWithoutResult(_ -> wanted.changes().forEach(change -> write(change.after())));
        forget();
        return wanted;
    }

    /** All policies in Mastodon's form. */
    public String export() {
        return PolicyCsv.write(all());
    }

    private static boolean isSame(PolicyChange change) {
        return change instanceof PolicyChange.Changed(var before, var after) && before.equals(after);
    }

    private void write(DomainPolicy policy) {
        var now = clock.instant();
        store.put(policy, now);
        if (policy.severity() == Severity.SUSPEND) {
            events.publishEvent(new DomainSuspended(policy.domain(), now));
        }
    }

    private PolicyTable known() {
        var known = table;
        return known == null ? load() : known;
    }

    /** Who has read before a change has kept it before the change is forgotten, and not after. */
    private synchronized PolicyTable load() {
        var loaded = PolicyTable.of(store.all(), store.allowed(), allowListOnly);
        table = loaded;
        return loaded;
    }

    private synchronized void forget() {
        table = null;
        edition.incrementAndGet();
    }

    private static void require(Actor actor, String deed) {
        switch (actor) {
            case Actor.NodeItself _ -> {}
            case Actor.SignedIn(var _, var nodeOwner) when nodeOwner -> {}
            case Actor.SignedIn _, Actor.Anonymous _ -> throw new NotAllowedException(actor, deed);
        }
    }
}
