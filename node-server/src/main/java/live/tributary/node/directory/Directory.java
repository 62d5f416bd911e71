// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.kernel.Actor;
import live.tributary.node.removals.Grounds;
import live.tributary.node.removals.Removal;

/** Which teams this node lists as a directory. Safe for any thread that may block. */
public final class Directory {

    /** Longer than any look takes. */
    private static final Duration FOR_ONE_LOOK = Duration.ofMinutes(5);

    private final GroupStore groups;
    private final Settling settling;
    private final StrikingOff strikingOff;
    private final Sources sources;
    private final DomainPolicies policies;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    /** Every page asks, so it is in memory; what changes it goes to the database first. */
    private volatile @Nullable Known known;

    Directory(
            GroupStore groups,
            Settling settling,
            StrikingOff strikingOff,
            Sources sources,
            DomainPolicies policies,
            TransactionOperations transactions,
            InstantSource clock) {
        this.groups = groups;
        this.settling = settling;
        this.strikingOff = strikingOff;
        this.sources = sources;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of naming a team. */
    public sealed interface Named {

        record Listed() implements Named {}

        /**
         * It is not listed.
         *
         * @param why in plain words
         */
        record NotListed(String why) implements Named {}

        /** The owner took it off by the rules, and has to put it back first. */
        record Barred(Removal removal) implements Named {}

        /** Its server does not answer just now; it is asked again for an hour. */
        record Later() implements Named {}
    }

    /** What came of taking a team off. */
    public sealed interface Taken {

        record Off(Removal removal) implements Taken {}

        /** It is not listed, and does not want to be. */
        record NotThere() implements Taken {}

        record NoSuchRule() implements Taken {}

        /** Too few words to object to, or more than anybody reads. */
        record NoReasons() implements Taken {}
    }

    /**
     * Who is shown.
     *
     * @param edition of the policies that say who is not
     */
    private record Known(long edition, Map<URI, ListedGroup> listed) {}

    /** Whoever is listed, by the addresses of their actors. In the order of their names. Who has withdrawn is
     *  not among them, nor who is limited. */
    public Map<URI, ListedGroup> listed() {
        var now = known;
        return now != null && now.edition() == policies.edition() ? now.listed() : load();
    }

    /**
     * Lists a team that allows it in its own document. It is vouched for by this. Looks there first, and blocks.
     *
     * @param actor the owner of the node
     * @param team address of its actor
     */
    public Named name(Actor actor, URI team) {
        Keeper.require(actor, "name a team for the directory");
        var host = GroupLook.host(team);
        if (host.isEmpty()) {
            return new Named.NotListed(Consent.Why.NOBODY.words());
        }
        // It is looked at here; where the node stops meanwhile, the worker does so later.
        var now = clock.instant();
        groups.admitted(team, host.get(), now, now.plus(FOR_ONE_LOOK));
        return switch (settling.settle(team)) {
            case Consent.Given _ -> new Named.Listed();
            case Consent.Withheld(var why) -> new Named.NotListed(why.words());
            case Consent.Barred(var removal) -> new Named.Barred(removal);
            case Consent.NotNow() -> new Named.Later();
        };
    }

    /**
     * Takes a team off the list by one of the published rules. It hears why, may object, and cannot ask again before the term of
     * the removal is over or its appeal is won.
     *
     * @param actor the owner of the node
     */
    public Taken remove(Actor actor, URI team, Grounds grounds) {
        Keeper.require(actor, "remove a team from the directory");
        return transactions.execute(_ -> strikingOff.takeOff(actor, team, grounds));
    }

    /**
     * All who are listed here or want to be, by their names.
     *
     * @param actor the owner of the node
     */
    public List<KnownGroup> known(Actor actor) {
        Keeper.require(actor, "see who is known to the directory");
        return groups.known();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(@SuppressWarnings("unused") ListChanged changed) {
        forget();
    }

    /** Synchronized with {@link #forget}: a list that was read before a change can never survive it. */
    private synchronized Map<URI, ListedGroup> load() {
        var edition = policies.edition();
        var byName = new LinkedHashMap<URI, ListedGroup>();
        groups.listed().stream()
                .filter(group -> sources.isOurs(group.id())
                        || !policies.standing(group.host()).limited())
                .sorted(ListedGroup.BY_NAME)
                .forEach(group -> byName.put(group.id(), group));
        var loaded = Collections.unmodifiableMap(byName);
        known = new Known(edition, loaded);
        return loaded;
    }

    private synchronized void forget() {
        known = null;
    }
}
