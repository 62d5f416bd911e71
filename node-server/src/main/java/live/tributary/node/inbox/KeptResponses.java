// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.event.EventListener;

import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Responses;
import live.tributary.node.fediverse.VideoTakenBack;

/** Reads from what was kept how others responded to a broadcast, until that is taken back. */
record KeptResponses(TieStore ties, Replies shown, Addresses addresses) implements Responses {

    @Override
    public int likes(UUID video) {
        return count(TieKind.LIKE, video);
    }

    @Override
    public int boosts(UUID video) {
        return count(TieKind.BOOST, video);
    }

    @Override
    public List<URI> replies(UUID video) {
        return shown.shown(video).stream().map(Reply::id).toList();
    }

    @EventListener
    void on(VideoTakenBack takenBack) {
        ties.removeOf(addressesOf(takenBack.video()));
    }

    private int count(TieKind kind, UUID video) {
        return ties.count(kind, addressesOf(video));
    }

    /** Whoever likes or boosts the post beside it means the broadcast. */
    private Set<URI> addressesOf(UUID video) {
        return Set.of(addresses.video(video), addresses.note(video));
    }
}
