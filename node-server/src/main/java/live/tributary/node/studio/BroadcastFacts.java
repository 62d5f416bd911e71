// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.node.broadcast.BroadcastEnded;
import live.tributary.node.broadcast.BroadcastRenamed;
import live.tributary.node.broadcast.StreamKeyRevoked;

/**
 * Hears what other modules decided about what is on air, after the commit. Cutting a stream writes to the database
 * again, so it is done by a worker and not in the transaction that has just ended.
 */
final class BroadcastFacts {

    private final LiveStreams streams;
    private final OffAir offAir;
    private final RememberedKeys remembered;
    private final Timers timers;

    BroadcastFacts(LiveStreams streams, OffAir offAir, RememberedKeys remembered, Timers timers) {
        this.streams = streams;
        this.offAir = offAir;
        this.remembered = remembered;
        this.timers = timers;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(StreamKeyRevoked revoked) {
        remembered.forget(revoked.key());
        timers.execute(() -> offAir.cut(revoked.key(), revoked.channel()));
    }

    /** Also our own ends come by here, and find the stream ended. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(BroadcastEnded ended) {
        streams.find(ended.channel())
                .filter(stream -> stream.broadcast().equals(ended.broadcast()))
                .filter(LiveStream::open)
                .ifPresent(stream -> timers.execute(() -> offAir.end(stream, CloseReason.ENDED, ended.reason())));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(BroadcastRenamed renamed) {
        streams.find(renamed.channel())
                .filter(stream -> stream.broadcast().equals(renamed.broadcast()))
                .ifPresent(stream -> stream.title(renamed.title().value()));
    }
}
