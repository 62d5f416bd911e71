// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.kernel.Secret;

/**
 * One hand-off under way: who waits, and which raft goes where. In memory: a node that starts again offers another. Guarded by
 * itself, any thread.
 */
final class Handoff {

    /** Viewers who join within this time of the first go together. */
    static final Duration GATHERING = Duration.ofSeconds(2);

    /** After this nobody begins to travel any more. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** Rafts ask one after the other: places that one is offered and does not take are free for the next. A slow one is not waited for. */
    private static final Duration LONGEST_TURN = Duration.ofMillis(1_500);

    /** So often one may say that they want to go elsewhere. */
    static final int MOST_ELSEWHERE = 5;

    private final Semaphore turn = new Semaphore(1);
    private final HandoffId id;
    private final int running;
    private final Source source;
    private final HandoffKind kind;
    private final Aim aim;
    private final Instant began;

    /** By their places, in the order in which they came. */
    private final Map<String, Traveller> waiting = new LinkedHashMap<>();

    private final Map<String, Raft> rafts = new HashMap<>();

    /** Teams that did not answer in time: one raft has waited for them, and no other does. */
    private final Set<URI> silent = new HashSet<>();

    /** How often each has asked for somebody else. */
    private final Map<String, Integer> elsewhere = new HashMap<>();

    private Instant gatheredAt = Instant.MAX;
    private int numbered;
    private int joined;
    private int asked;

    Handoff(HandoffId id, int running, Source source, HandoffKind kind, Aim aim, Instant began) {
        this.id = id;
        this.running = running;
        this.source = source;
        this.kind = kind;
        this.aim = aim;
        this.began = began;
    }

    HandoffId id() {
        return id;
    }

    /** Its number among those of the broadcast. */
    int running() {
        return running;
    }

    Source source() {
        return source;
    }

    HandoffKind kind() {
        return kind;
    }

    Aim aim() {
        return aim;
    }

    boolean isOver(Instant now) {
        return now.isAfter(began.plus(LIFE));
    }

    /**
     * One more waits; empty where too many do.
     *
     * @param random thrown by the page
     * @param together whether it wants to go with the others who say so
     */
    synchronized Optional<String> join(long random, boolean together, int most, Instant now) {
        if (joined >= most || isOver(now)) {
            return Optional.empty();
        }
        joined++;
        var place = Secret.random().value();
        if (waiting.isEmpty()) {
            gatheredAt = now.plus(GATHERING);
        }
        waiting.put(place, new Traveller(place, random, together));
        return Optional.of(place);
    }

    /** Rafts of those who have waited long enough. */
    synchronized List<Raft> gathered(Instant now) {
        if (waiting.isEmpty() || now.isBefore(gatheredAt)) {
            return List.of();
        }
        var made = Rafts.cut(waiting.values(), id).stream()
                .map(raft -> launch(raft, Set.of()))
                .toList();
        waiting.clear();
        return made;
    }

    private Raft launch(List<Traveller> travellers, Set<URI> refused) {
        var raft = new Raft(++numbered, travellers, refused);
        travellers.forEach(traveller -> rafts.put(traveller.place(), raft));
        return raft;
    }

    /** Two of one that nobody has room for; none of a single viewer. */
    synchronized List<Raft> split(Raft raft) {
        // Viewers who stay, or go alone, are not brought back.
        var still = raft.travellers().stream()
                .filter(traveller -> raft.equals(rafts.get(traveller.place())))
                .toList();
        return (still.size() == 1 && raft.size() > 1 ? List.of(still) : Rafts.halves(still))
                .stream().map(half -> launch(half, raft.refused())).toList();
    }

    /** A raft of one who does not want to go where the others do; empty while their raft still looks, and after {@link #MOST_ELSEWHERE}. */
    synchronized Optional<Raft> alone(String place) {
        return Optional.ofNullable(rafts.get(place))
                .filter(raft -> !(raft.whereto() instanceof Whereto.Searching))
                .filter(_ -> numbered < Raft.MOST_NUMBER && elsewhere.merge(place, 1, Integer::sum) <= MOST_ELSEWHERE)
                .map(raft -> {
                    var without = new HashSet<>(raft.refused());
                    if (raft.whereto() instanceof Whereto.Held(var target, var _, var _, var _)) {
                        without.add(target.team());
                    }
                    return launch(List.of(raft.travellers().get(raft.place(place))), without);
                });
    }

    /** Where one of them goes; empty for a stranger. */
    synchronized Optional<Whereto> whereto(String place) {
        return waiting.containsKey(place)
                ? Optional.of(new Whereto.Searching())
                : Optional.ofNullable(rafts.get(place)).map(Raft::whereto);
    }

    synchronized Optional<Raft> raft(String place) {
        return Optional.ofNullable(rafts.get(place));
    }

    /** The raft whose places are held by this offer. */
    synchronized Optional<Raft> heldBy(URI offer) {
        return rafts.values().stream()
                .filter(raft -> raft.whereto() instanceof Whereto.Held held
                        && held.offer().equals(offer))
                .findFirst();
    }

    /** Whether this team holds its places. */
    synchronized boolean isHeldBy(Raft raft, URI team) {
        return raft.whereto() instanceof Whereto.Held held
                && held.target().team().equals(team);
    }

    /** Teams that are not asked for it. */
    synchronized Set<URI> refused(Raft raft) {
        var all = new HashSet<>(silent);
        all.addAll(raft.refused());
        return Set.copyOf(all);
    }

    /** A team did not answer in time: it is asked for no raft of this hand-off any more. */
    synchronized void noteSilence(URI team) {
        silent.add(team);
    }

    /** Nobody looks for it any more, or begins to. */
    synchronized void settle(Raft raft, Whereto whereto) {
        raft.settle(whereto);
    }

    /** Nobody is looked for any more, unless somebody holds its places already. */
    synchronized void giveUp(Raft raft, Whereto otherwise) {
        if (raft.whereto() instanceof Whereto.Searching) {
            raft.settle(otherwise);
        }
    }

    /**
     * A team has room for it; false where that took its yes back, and is asked no more.
     *
     * @param takenBack looked at while nobody else decides about the raft: whoever takes it back later finds it held
     */
    synchronized boolean hold(Raft raft, Whereto.Held held, BooleanSupplier takenBack) {
        if (takenBack.getAsBoolean()) {
            raft.refuse(held.target().team());
            return false;
        }
        raft.settle(held);
        return true;
    }

    /** The team is not asked for this raft any more, which looks for another; false where the team does not hold it now. */
    synchronized boolean refuse(Raft raft, URI team) {
        if (!isHeldBy(raft, team)) {
            return false;
        }
        raft.refuse(team);
        raft.settle(new Whereto.Searching());
        return true;
    }

    /** Its places are held no more, and it looks for somebody again; false where it goes elsewhere already. */
    synchronized boolean letGo(Raft raft, Whereto.Held held) {
        if (!raft.whereto().equals(held)) {
            return false;
        }
        raft.settle(new Whereto.Searching());
        return true;
    }

    /** This one leaves; false where it did before. */
    synchronized boolean depart(Raft raft, String place) {
        return raft.depart(place);
    }

    /** A viewer who stays has no place any more. */
    synchronized void forget(String place) {
        waiting.remove(place);
        rafts.remove(place);
    }

    /** Waits for this raft's turn. False after 1.5 s: it then asks anyway, and must not call {@link #endTurn}. */
    boolean awaitTurn() throws InterruptedException {
        return turn.tryAcquire(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS);
    }

    void endTurn() {
        turn.release();
    }

    /** Whether others of it may have held places for a moment. */
    synchronized boolean hasOtherRafts() {
        return numbered > 1;
    }

    /** The next number of a question. */
    synchronized int nextQuestion() {
        return ++asked;
    }
}
