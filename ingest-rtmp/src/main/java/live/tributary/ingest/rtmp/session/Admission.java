// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.netty.util.concurrent.EventExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.PublishDecision;
import live.tributary.ingest.rtmp.PublishDecision.Accepted;
import live.tributary.ingest.rtmp.PublishDecision.Reason;
import live.tributary.ingest.rtmp.PublishDecision.Refused;
import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.PublishRequest;
import live.tributary.ingest.rtmp.RtmpServerOptions;

/** Who may publish: asks the application, within a deadline, and slows down those who guess. One for the server. */
final class Admission {
    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private final PublishHandler handler;
    private final String app;
    private final Duration deadline;
    private final Duration refusalDelay;
    private final FailedPublishes failures;
    private final LogLimit logLimit;

    Admission(RtmpServerOptions options, PublishHandler handler, LogLimit logLimit, LongSupplier nanoClock) {
        this.logLimit = logLimit;
        this.handler = handler;
        this.app = options.app();
        this.deadline = options.limits().deadlines().decision();
        var publishing = options.limits().publishing();
        this.refusalDelay = publishing.refusalDelay();
        this.failures = new FailedPublishes(publishing.failuresPerMinute(), nanoClock);
    }

    /** Decides. Called on the connection's event loop; {@code then} is called there too, exactly once. */
    void ask(PublishRequest request, EventExecutor loop, Consumer<PublishDecision> then) {
        Consumer<PublishDecision> answer = decision -> slowDown(request, decision, loop, then);
        if (!request.app().equals(app)) {
            answer.accept(refuseUnasked(
                    request, Reason.WRONG_ADDRESS, "The server address has to end in /%s.".formatted(app)));
        } else if (request.key().value().isEmpty()) {
            answer.accept(refuseUnasked(request, Reason.UNKNOWN_KEY, "There is no stream key in the address."));
        } else {
            askApplication(request, loop, answer);
        }
    }

    private void askApplication(PublishRequest request, EventExecutor loop, Consumer<PublishDecision> answer) {
        var question = new Question(answer);
        var alarm = loop.schedule(
                () -> question.settle(
                        refuseUnasked(request, Reason.NO_ANSWER, "The node is too busy to check the key. Try again.")),
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
        decide(request)
                .whenComplete((decision, failure) -> loop.execute(() -> {
                    alarm.cancel(false);
                    question.settle(failure == null ? decision : failed(request, failure));
                }));
    }

    private CompletionStage<PublishDecision> decide(PublishRequest request) {
        try {
            return handler.decide(request);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private Refused failed(PublishRequest request, Throwable failure) {
        if (logLimit.permits()) {
            log.error("could not decide about a publication", failure);
        }
        return refuseUnasked(request, Reason.NO_ANSWER, "The node could not check the key. Try again.");
    }

    private Refused refuseUnasked(PublishRequest request, Reason reason, String description) {
        var refusal = new Refused(reason, description);
        handler.onRefused(request, refusal);
        return refusal;
    }

    /** A right key passes at once, however many neighbours behind the same address guessed wrong. */
    private void slowDown(
            PublishRequest request, PublishDecision decision, EventExecutor loop, Consumer<PublishDecision> then) {
        boolean wrongKey = decision instanceof Refused(Reason reason, String _) && reason == Reason.UNKNOWN_KEY;
        if (wrongKey && failures.tooMany(AddressPrefix.of(request.peer().getAddress()))) {
            var _ = loop.schedule(() -> then.accept(decision), refusalDelay.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            then.accept(decision);
        }
    }

    /** One question that two may answer: the application and the alarm. Confined to the event loop. */
    private static final class Question {
        private final Consumer<PublishDecision> answer;
        private boolean settled;

        Question(Consumer<PublishDecision> answer) {
            this.answer = answer;
        }

        void settle(PublishDecision decision) {
            if (!settled) {
                settled = true;
                answer.accept(decision);
            } else if (decision instanceof Accepted(var listener)) {
                listener.onEnd(new PublicationEnd(PublicationEnd.Kind.LOST, "The answer came too late."));
            }
        }
    }
}
