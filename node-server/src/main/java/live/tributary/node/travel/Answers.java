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
    private final Duration patience;
    private final Duration known;

    /**
     * Nothing is asked yet.
     *
     * @param patience after which silence is a no
     * @param known for so long somebody may still say yes in vain
     */
    Answers(Duration patience, Duration known) {
        this.patience = patience;
        this.known = known;
    }

    private record Asked(URI team, CompletableFuture<Boolean> answer, Runnable tooLate) {}

    /**
     * Waits for an answer from now on. Whoever finds out before that there is none completes it.
     *
     * @param offer address of the question
     * @param team who alone can answer it
     * @param tooLate what is done once where they say yes, and nobody waits any more
     */
    CompletableFuture<Boolean> expect(URI offer, URI team, Runnable tooLate) {
        var answer = new CompletableFuture<Boolean>();
        open.put(offer, new Asked(team, answer, tooLate));
        CompletableFuture.delayedExecutor(known.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> open.remove(offer));
        return answer.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Somebody answered; false where that was not asked, not of them, or is answered. */
    boolean heard(URI offer, URI team, boolean yes) {
        var asked = open.get(offer);
        if (asked == null || !asked.team().equals(team) || !open.remove(offer, asked)) {
            return false;
        }
        boolean inTime = asked.answer().complete(yes);
        if (yes && !inTime) {
            asked.tooLate().run();
        }
        return inTime;
    }
}
