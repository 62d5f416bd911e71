// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;

/**
 * A post beside a Video, for software that shows posts better than videos: words, a link and a picture. No {@code audience}
 * and no group among those it addresses: those get the Video.
 *
 * @param author the Person who writes it
 * @param page what it links to
 * @param updated the same as {@code published} until something changes
 */
public record Note(URI id, URI author, NoteWords words, URI page, Picture picture, Instant published, Instant updated) {

    /** Everybody, and delivered to the followers of the author. */
    public Audience audience() {
        return Audience.everybody(new ActorAddresses(author).followers());
    }
}
