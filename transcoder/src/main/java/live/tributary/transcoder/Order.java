// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.util.concurrent.CompletableFuture;

import live.tributary.transcoder.media.MediaInput;

/** What a pipeline is told, in this order. */
sealed interface Order {

    record SessionStarted(PipelineSession session) implements Order {}

    /**
     * Something a publisher sent.
     *
     * @param offeredNanos when it was offered, on the monotonic clock
     */
    record Media(PipelineSession session, MediaInput input, long offeredNanos, QueueShare share) implements Order {}

    /** Nothing came for a while. */
    record TimePassed() implements Order {}

    /** Something that has to be done in between. */
    record Task(Runnable task) implements Order {}

    record SessionEnded(PipelineSession session) implements Order {}

    record BroadcastEnded() implements Order {}

    /**
     * The node stops, and another goes on with the broadcast.
     *
     * @param safe completed when that one will find all that was shown
     */
    record Left(CompletableFuture<Void> safe) implements Order {}

    record Closed() implements Order {}
}
