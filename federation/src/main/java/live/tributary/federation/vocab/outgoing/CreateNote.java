// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** A broadcast has begun: its author says so in a post. */
public record CreateNote(URI id, Note note) implements Outgoing {

    @Override
    public URI actor() {
        return note.author();
    }

    @Override
    public Audience audience() {
        return note.audience();
    }
}
