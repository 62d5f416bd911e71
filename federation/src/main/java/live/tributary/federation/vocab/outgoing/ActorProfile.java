// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What all local actors tell of themselves.
 *
 * @param handle the part before the host in {@code @handle@host}: {@code [a-z0-9_]{1,30}} suits everybody
 * @param summaryHtml sanitised HTML; empty for none
 * @param page where people read about it
 * @param pictures in ascending size: Lemmy takes the last one
 */
public record ActorProfile(
        URI id,
        URI sharedInbox,
        String handle,
        String name,
        String summaryHtml,
        URI page,
        Instant created,
        Openness openness,
        List<Picture> pictures,
        List<ProfileLink> links,
        Residence residence,
        ActorKeys keys) {

    public ActorProfile {
        pictures = List.copyOf(pictures);
        links = List.copyOf(links);
    }

    /** What hangs below its id. */
    public ActorAddresses addresses() {
        return new ActorAddresses(id);
    }
}
