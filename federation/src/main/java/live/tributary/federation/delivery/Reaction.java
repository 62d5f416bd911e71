// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.delivery;

import java.time.Duration;
import java.time.Instant;

import live.tributary.federation.http.Outcome;
import live.tributary.federation.http.Refusal;

/** What follows from the answer to one delivery. */
public sealed interface Reaction {

    /** It arrived. */
    record Arrived() implements Reaction {}

    /**
     * Not now.
     *
     * @param atLeast what the host asked for; zero where it did not say
     * @param hostFailed whether it says that the host is in trouble, and not only this delivery
     */
    record TryAgain(Duration atLeast, boolean hostFailed) implements Reaction {}

    /** The host did not believe the signature: it may know only the other kind. */
    record SignOtherwise() implements Reaction {}

    /** The inbox is not there: whoever had it may have moved, or may be gone. */
    record AskForTheActor(boolean goneForGood) implements Reaction {}

    /** It would be refused each time. */
    record GiveUp() implements Reaction {}

    /** We do not go there, and would not tomorrow. It tells nothing of the host, which was not asked. */
    record StayAway() implements Reaction {}

    /** What to do after this came of one delivery. */
    static Reaction to(Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Answered answer -> {
                var retryAfter = answer.headers().combined("Retry-After").orElse("");
                yield to(answer.status(), RetryAfter.parse(retryAfter, now));
            }
            // The name of a domain that was parked may lead to nobody for an hour, and then home again.
            case Outcome.Refused(var _, var why) -> why == Refusal.FORBIDDEN_ADDRESS ? toSilence() : new StayAway();
            case Outcome.TooLarge _ -> new Arrived();
            case Outcome.NotResolvable _, Outcome.TimedOut _, Outcome.Broken _ -> toSilence();
        };
    }

    /**
     * What to do after an answer with this status.
     *
     * @param retryAfter as the answer's {@code Retry-After} says; zero without one
     */
    static Reaction to(int status, Duration retryAfter) {
        return switch (status / 100) {
            case 2 -> new Arrived();
            // A POST follows no redirect: the actor says where its inbox is now.
            case 3 -> new AskForTheActor(false);
            case 4 -> toRefusal(status, retryAfter);
            // 501 is a statement about the software, not about the moment.
            default -> status == 501 ? new GiveUp() : new TryAgain(retryAfter, status != 503 || retryAfter.isZero());
        };
    }

    /**
     * After both kinds of signature were refused. 401 may be a key that the host could not fetch just now; 403 is an
     * answer to whom it knows.
     */
    static Reaction toBothSignaturesRefused(int status) {
        return status == 403 ? new GiveUp() : new TryAgain(Duration.ZERO, false);
    }

    /** After no answer at all. */
    static Reaction toSilence() {
        return new TryAgain(Duration.ZERO, true);
    }

    private static Reaction toRefusal(int status, Duration retryAfter) {
        return switch (status) {
            case 401, 403 -> new SignOtherwise();
            case 404 -> new AskForTheActor(false);
            case 410 -> new AskForTheActor(true);
            case 408, 425, 429 -> new TryAgain(retryAfter, false);
            default -> new GiveUp();
        };
    }
}
