// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;

/** How other servers know a team. */
public sealed interface Presence {

    /** Not at all: this node does not speak with them. */
    record None() implements Presence {}

    /**
     * By its address.
     *
     * @param address such as {@code @kiln@kilnkettle.example}
     * @param document the team as other servers read it
     * @param residence where it is to be followed
     */
    record Known(String address, URI document, Residence residence) implements Presence {}
}
