// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A node with a single key, whose publications are all recorded. May be read from any thread. */
public final class OneKey implements PublishHandler {
    public static final String KEY = "sk_2n4b6v8c0x1z3l5k";

    private final List<PublishRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Recording> recordings = new CopyOnWriteArrayList<>();
    private final List<PublishDecision.Refused> refusals = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<PublishDecision> decide(PublishRequest request) {
        requests.add(request);
        if (!request.key().value().equals(KEY)) {
            return CompletableFuture.completedFuture(
                    new PublishDecision.Refused(PublishDecision.Reason.UNKNOWN_KEY, "This key is not known."));
        }
        var recording = new Recording();
        recordings.add(recording);
        return CompletableFuture.completedFuture(new PublishDecision.Accepted(recording));
    }

    @Override
    public void onRefused(PublishRequest request, PublishDecision.Refused refusal) {
        requests.add(request);
        refusals.add(refusal);
    }

    public List<PublishRequest> requests() {
        return requests;
    }

    public List<Recording> recordings() {
        return recordings;
    }

    public List<PublishDecision.Refused> refusals() {
        return refusals;
    }
}
