// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What is asked and not answered yet. In memory: a question is worth nothing after seconds, but who says yes later holds places,
 * and is told. Any thread.
 */
final class Answers {

    private final Map<URI, Asked> open = new ConcurrentHashMap<>();
    private final Duration known;

    /**
     * Nothing is asked yet.
     *
     * @param known for so long somebody may still say yes in vain
     */
    Answers(Duration known) {
        this.known = known;
    }

    private record Asked(URI team, CompletableFuture<Answer> answer, Runnable tooLate) {}

    /**
     * Waits for an answer from now on. Whoever finds out before that there is none completes it.
     *
     * @param offer address of the question
     * @param team who alone can answer it
     * @param patience after which it is {@link Answer#SILENCE}
     * @param tooLate what is done once where they say yes, and nobody waits any more
     */
    CompletableFuture<Answer> expect(URI offer, URI team, Duration patience, Runnable tooLate) {
        var answer = new CompletableFuture<Answer>();
        open.put(offer, new Asked(team, answer, tooLate));
        CompletableFuture.delayedExecutor(known.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> open.remove(offer));
        return answer.completeOnTimeout(Answer.SILENCE, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Somebody answered; false where that was not asked, not of them, or is answered. */
    boolean heard(URI offer, URI team, boolean yes) {
        var asked = open.get(offer);
        if (asked == null || !asked.team().equals(team) || !open.remove(offer, asked)) {
            return false;
        }
        boolean inTime = asked.answer().complete(yes ? Answer.YES : Answer.NO);
        if (yes && !inTime) {
            asked.tooLate().run();
        }
        return inTime;
    }
}
