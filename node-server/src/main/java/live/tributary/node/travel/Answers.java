// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What is asked and not answered yet. In memory: a question is worth nothing after seconds. Any thread. */
final class Answers {

    private final Map<URI, Question> open = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience after which silence is a no */
    Answers(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits for an answer.
     *
     * @param offer address of the question
     * @param team who alone can answer it
     */
    CompletableFuture<Boolean> expect(URI offer, URI team) {
        var answer = new CompletableFuture<Boolean>();
        open.put(offer, new Question(team, answer));
        return answer.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> open.remove(offer));
    }

    /** Somebody answered; false where that was not asked, not of them, or is answered. */
    boolean heard(URI offer, URI team, boolean yes) {
        var question = open.get(offer);
        return question != null
                && question.team().equals(team)
                && question.answer().complete(yes);
    }

    private record Question(URI team, CompletableFuture<Boolean> answer) {}
}
