// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A link on a profile.
 *
 * @param name what the link says
 */
public record ProfileLink(Kind kind, String name, URI href) {

    /** What the link is for. */
    public enum Kind {
        /** A page of the actor's own: others check that it links back. */
        PAGE,
        /** Where one can pay (FEP-0ea0). */
        PAYMENT
    }
}
