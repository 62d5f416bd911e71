// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.stills;

import java.io.UncheckedIOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import live.tributary.node.broadcast.BroadcastEnded;

/** Keeps the last still of what has just ended, after the commit. */
final class LastStills {

    private static final Logger log = LoggerFactory.getLogger(LastStills.class);

    private final Stills stills;

    LastStills(Stills stills) {
        this.stills = stills;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(BroadcastEnded ended) {
        try {
            stills.keepLast(ended.channel(), ended.broadcast());
        } catch (UncheckedIOException full) {
            log.warn("the last still is not kept broadcast={}: {}", ended.broadcast(), full.getMessage());
        }
    }
}
