// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Function;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.lookout.Lookout;

/** Sends rafts out to look, and tells a team's followers once where its viewers went. */
final class HandoffWorker extends Lookout {

    /** By then those who saw the end are on their way. */
    static final Duration BEFORE_TOLD = Duration.ofSeconds(45);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    /** After two months hardly anything is left of what was sent. */
    private static final Duration TURNS_KEPT = Duration.ofDays(60);

    /** Longer than a studio shows them, and than teams elsewhere remember whom they let in. */
    static final Duration HANDOFFS_KEPT = Duration.ofDays(30);

    private final HandoffBoard board;
    private final HandoffStore handoffs;
    private final PolicyStore policies;
    private final TurnStore turns;
    private final Actors actors;
    private final Letters letters;
    private final InstantSource clock;
    private final RaftSearch search;

    /** Of the looking thread only. */
    private Instant nextCleaning = Instant.EPOCH;

    /** @param search made with the threads of this one */
    HandoffWorker(
            HandoffBoard board,
            HandoffStore handoffs,
            PolicyStore policies,
            TurnStore turns,
            Actors actors,
            Letters letters,
            Function<Executor, RaftSearch> search,
            InstantSource clock) {
        super("hand-off");
        this.board = board;
        this.handoffs = handoffs;
        this.policies = policies;
        this.turns = turns;
        this.actors = actors;
        this.letters = letters;
        this.clock = clock;
        this.search = search.apply(this::begin);
    }

    /** Does something that waits for others, on a thread of its own. */
    void run(Runnable work) {
        begin(work);
    }

    /** Looks for somebody for this raft, which has nobody. */
    void search(Handoff handoff, Raft raft) {
        begin(() -> search.search(handoff, raft));
    }

    @Override
    protected void look() {
        var now = clock.instant();
        board.all().forEach(handoff -> handoff.gathered(now).forEach(raft -> search(handoff, raft)));
        handoffs.takeUntold(now.minus(BEFORE_TOLD)).forEach(this::tell);
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
            board.forget(now);
            turns.forgetBefore(now.minus(TURNS_KEPT));
            handoffs.forgetBefore(now.minus(HANDOFFS_KEPT));
            policies.forgetShut(now);
        }
    }

    private void tell(HandoffStore.Untold untold) {
        if (policies.of(untold.team()).boost()) {
            handoffs.largestWentTo(untold.video(), untold.number())
                    .ifPresent(video -> actors.group(untold.team())
                            .ifPresent(group -> letters.boost(group, video, clock.instant())));
        }
    }
}
