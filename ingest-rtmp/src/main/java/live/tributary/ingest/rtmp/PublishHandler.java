// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.util.concurrent.CompletionStage;

/** Decides who may publish. Implemented by the application. */
public interface PublishHandler {

    /**
     * May this publisher go on air?
     *
     * <p>Called on the connection's event loop: must not block, and completes from any thread. The connection is not
     * read meanwhile. After {@link Deadlines#decision} without an answer the publisher is refused; an accepting answer
     * that comes later is told through {@link MediaListener#onEnd} that nothing will come.
     */
    CompletionStage<PublishDecision> decide(PublishRequest request);

    /**
     * A publisher was refused without {@link #decide} having said so: a wrong address, no key, or no answer in time.
     * For showing to the streamer, whose encoder keeps such reasons to itself. Same thread rules.
     */
    default void onRefused(PublishRequest request, PublishDecision.Refused refusal) {}
}
