// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** A member of a ring, as the ring names it. */
public sealed interface RingStop {

    /** Of the team's actor, or of the page. */
    URI address();

    /** A team of the fediverse. */
    record Team(URI address) implements RingStop {}

    /** A team that has only a website, which says by a link to the ring that it is in it. */
    record Site(URI address) implements RingStop {}
}
