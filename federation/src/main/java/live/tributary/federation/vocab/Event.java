// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.time.Instant;
import java.util.Optional;

/** Something that will take place (FEP-8a8e). */
public record Event(ObjectFacts facts) implements RemoteObject {

    /** When it begins. */
    public Optional<Instant> start() {
        return Fields.time(facts.document(), "startTime");
    }

    /** When it ends. */
    public Optional<Instant> end() {
        return Fields.time(facts.document(), "endTime");
    }
}
