// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** A broadcast has another title, or has ended. Signed by the author: Mastodon compares. */
public record UpdateVideo(URI id, Video video) implements Outgoing {

    @Override
    public URI actor() {
        return video.credits().author();
    }

    @Override
    public Audience audience() {
        return video.credits().audience();
    }
}
