// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** An actor has changed its profile or its key. Only the actor itself can say so. */
public record UpdateActor(URI id, LocalActor subject) implements Outgoing {

    @Override
    public URI actor() {
        return subject.profile().id();
    }

    @Override
    public Audience audience() {
        return Audience.everybody(subject.profile().addresses().followers());
    }
}
