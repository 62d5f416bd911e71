// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/** Where an actor lives, and lived (FEP-7628). */
public sealed interface Residence {

    /** Somebody who has no address but this one. */
    Residence ONLY_HERE = new Here(List.of());

    /** Addresses that it says are its own, too: what moves here from there is believed. */
    List<URI> alsoKnownAs();

    /** Lives here. */
    record Here(List<URI> alsoKnownAs) implements Residence {

        public Here {
            alsoKnownAs = List.copyOf(alsoKnownAs);
        }
    }

    /** Is to be followed elsewhere from now on. */
    record Moved(List<URI> alsoKnownAs, URI target) implements Residence {

        public Moved {
            alsoKnownAs = List.copyOf(alsoKnownAs);
        }
    }
}
