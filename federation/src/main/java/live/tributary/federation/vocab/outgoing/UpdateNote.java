// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** A post says something else now. */
public record UpdateNote(URI id, Note note) implements Outgoing {

    @Override
    public URI actor() {
        return note.author();
    }

    @Override
    public Audience audience() {
        return note.audience();
    }
}
