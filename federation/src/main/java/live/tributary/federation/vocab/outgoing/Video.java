// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.UUID;

/**
 * A broadcast as others keep it: one Video for its whole life, in PeerTube's profile.
 *
 * @param id where it is looked up, and what people click on at Lemmy: it opens in a browser too
 * @param uuid version 4
 */
public record Video(
        URI id,
        UUID uuid,
        VideoCredits credits,
        VideoText text,
        VideoFacets facets,
        VideoPages pages,
        LiveTimes times) {}
