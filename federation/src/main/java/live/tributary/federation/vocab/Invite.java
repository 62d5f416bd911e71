// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;

/**
 * A team asks to be listed.
 *
 * @param object the collection of what it has on air
 */
public record Invite(Envelope envelope, Reference object) implements Activity {

    /** The directory that is asked. */
    public Optional<URI> target() {
        return Fields.link(envelope.document().path("target"));
    }
}
