// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.net.URI;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Secret;
import live.tributary.node.kernel.UuidV7;

/** Whom a directory took off by its rules, why, and what they object. Safe for any thread that may block. */
public final class Removals {

    /** Of an appeal, in characters. */
    public static final int LONGEST_APPEAL = 2_000;

    /** Of one removal: each answer to a team that asks again has a link of its own. */
    static final int MOST_LINKS = 20;

    /** Counted from the end of whatever was decided. */
    static final Period KEPT = Period.ofYears(3);

    private static final int MOST_SHOWN = 500;

    private final RemovalStore store;
    private final Rulebook rules;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Removals(
            RemovalStore store,
            Rulebook rules,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.rules = rules;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** What came of a removal. */
    public sealed interface Removed {

        record Done(Removal removal) implements Removed {}

        record NoSuchRule() implements Removed {}

        /** Too few words to object to, or more than anybody reads. */
        record NoReasons() implements Removed {}
    }

    /** What came of an appeal, or of the answer to it. */
    public enum Outcome {
        DONE,
        /** There is nothing of that name. */
        UNKNOWN,
        /** Nothing was said, or too much. */
        NO_WORDS,
        /** It is too late, or that was done before. */
        NOT_NOW
    }

    /**
     * Writes down that a team is taken off. Takes part in the caller's transaction.
     *
     * @param actor the owner of the node
     */
    public Removed remove(Actor actor, Subject subject, Grounds grounds) {
        Owner.require(actor, "remove a team from the directory");
        var words = grounds.reasons().replace("\r\n", "\n").strip();
        if (words.length() < Grounds.SHORTEST_REASONS || words.length() > Grounds.LONGEST_REASONS) {
            return new Removed.NoReasons();
        }
        var newest = rules.newest();
        return newest.rule(grounds.rule())
                .<Removed>map(rule -> new Removed.Done(write(subject, grounds, newest.version(), rule, words)))
                .orElseGet(Removed.NoSuchRule::new);
    }

    private Removal write(Subject subject, Grounds grounds, int version, String rule, String words) {
        var now = clock.instant();
        var step = new Step(Step.Kind.REMOVED, now, words);
        var removal = new Removal(
                UuidV7.at(now),
                subject,
                version,
                grounds.rule(),
                rule,
                grounds.term(),
                grounds.fraud(),
                now,
                List.of(step));
        store.forgetDecidedBefore(now.atZone(ZoneOffset.UTC).minus(KEPT).toInstant());
        store.add(removal);
        store.add(removal.id(), step);
        events.publishEvent(new TeamRemoved(removal));
        return removal;
    }

    /** Because of what a team may not be listed, if it may not. */
    public Optional<Removal> barring(URI team) {
        var now = clock.instant();
        return store.of(team).filter(removal -> removal.bars(now));
    }

    /**
     * The address of the statement, for the team alone: whoever holds it reads the statement, and may object. Takes part in the
     * caller's transaction.
     *
     * @param actor the node, which tells the team
     * @param asked the newest Invite of the team, by which it can be answered; empty where it did not ask again
     */
    public Secret link(Actor actor, Removal removal, String asked) {
        Owner.require(actor, "give out the statement of reasons");
        var link = Secret.random();
        store.addLink(removal.id(), link.hash(), clock.instant(), MOST_LINKS);
        if (!asked.isEmpty()) {
            store.putInvite(removal.id(), asked);
        }
        return link;
    }

    /** Those first of which somebody waits for an answer, then the newest; no more than 500.
     *  @param actor the owner of the node */
    public List<Removal> all(Actor actor) {
        Owner.require(actor, "read removals");
        return store.all(MOST_SHOWN);
    }

    /** How many wait for an answer.
     *  @param actor the owner of the node */
    public int appeals(Actor actor) {
        Owner.require(actor, "read removals");
        return store.countAppeals();
    }

    /** One of them.
     *  @param actor the owner of the node */
    public Optional<Removal> find(Actor actor, UUID id) {
        Owner.require(actor, "read a removal");
        return store.find(id);
    }

    /** What the holder of a link may read. */
    public Optional<Removal> find(Secret link) {
        return store.find(link.hash());
    }

    /**
     * The team objects.
     *
     * @param actor anybody: who holds the link speaks for the team
     */
    @SuppressWarnings("unused") // an actor on every door that changes something
    public Outcome appeal(Actor actor, Secret link, String typed) {
        var words = typed.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > LONGEST_APPEAL) {
            return Outcome.NO_WORDS;
        }
        return transactions.execute(_ -> store.find(link.hash())
                .flatMap(removal -> store.lock(removal.id()))
                .map(removal -> removal.isAppealable(clock.instant())
                        ? note(removal, Step.Kind.APPEALED, words)
                        : Outcome.NOT_NOW)
                .orElse(Outcome.UNKNOWN));
    }

    /**
     * The appeal is turned down, with reasons.
     *
     * @param actor the owner of the node
     */
    public Outcome uphold(Actor actor, UUID id, String typed) {
        Owner.require(actor, "answer an appeal");
        return answer(id, typed, Step.Kind.UPHELD);
    }

    /**
     * The team comes back, on its appeal or without one.
     *
     * @param actor the owner of the node
     */
    public Outcome putBack(Actor actor, UUID id, String typed) {
        Owner.require(actor, "put a team back");
        return answer(id, typed, Step.Kind.PUT_BACK);
    }

    private Outcome answer(UUID id, String typed, Step.Kind kind) {
        var words = typed.replace("\r\n", "\n").strip();
        if (words.length() < Grounds.SHORTEST_REASONS || words.length() > Grounds.LONGEST_REASONS) {
            return Outcome.NO_WORDS;
        }
        return transactions.execute(_ -> store.lock(id)
                .map(removal -> isToBeAnswered(removal, kind) ? answer(removal, kind, words) : Outcome.NOT_NOW)
                .orElse(Outcome.UNKNOWN));
    }

    private static boolean isToBeAnswered(Removal removal, Step.Kind answer) {
        return answer == Step.Kind.UPHELD
                ? removal.standing() == Step.Kind.APPEALED
                : removal.standing() != Step.Kind.PUT_BACK;
    }

    private Outcome answer(Removal removal, Step.Kind kind, String words) {
        var outcome = note(removal, kind, words);
        store.find(removal.id()).map(AppealAnswered::new).ifPresent(events::publishEvent);
        return outcome;
    }

    private Outcome note(Removal removal, Step.Kind kind, String words) {
        store.add(removal.id(), new Step(kind, clock.instant(), words));
        return Outcome.DONE;
    }
}
