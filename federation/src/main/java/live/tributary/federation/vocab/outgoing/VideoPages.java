// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * Where a broadcast is seen.
 *
 * @param watch the page for people
 * @param playlist the master playlist, without tokens: the players of others load it
 * @param thumbnails at least one JPEG, in ascending size: PeerTube refuses a Video without
 */
public record VideoPages(URI watch, URI playlist, List<Picture> thumbnails) {

    public VideoPages {
        thumbnails = List.copyOf(thumbnails);
        if (thumbnails.stream().noneMatch(picture -> picture.mediaType().equals("image/jpeg"))) {
            throw new IllegalArgumentException("a Video needs a JPEG");
        }
    }
}
