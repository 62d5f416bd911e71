// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.broadcast.Broadcast;
import live.tributary.node.broadcast.BroadcastState;
import live.tributary.node.broadcast.Broadcasts;

/**
 * Says that those broadcasts are over that ended while nobody here listened, as with the feature switched off. Otherwise
 * others would see them on air for ever.
 */
final class MissedEnds {

    private final VideoStore videos;
    private final Broadcasts broadcasts;
    private final Announcer announcer;
    private final TransactionOperations transactions;

    MissedEnds(VideoStore videos, Broadcasts broadcasts, Announcer announcer, TransactionOperations transactions) {
        this.videos = videos;
        this.broadcasts = broadcasts;
        this.announcer = announcer;
        this.transactions = transactions;
    }

    /** As if each of them ended now, but with the time at which it did. */
    void tell() {
        videos.live().forEach(this::tell);
    }

    private void tell(AnnouncedVideo video) {
        broadcasts.find(video.broadcast()).map(Broadcast::state).ifPresent(state -> {
            if (state instanceof BroadcastState.Ended(var at)) {
                transactions.executeWithoutResult(_ -> announcer.end(video.broadcast(), at));
            }
        });
    }
}
