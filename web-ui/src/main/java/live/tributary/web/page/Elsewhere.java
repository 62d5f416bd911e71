// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.util.List;

/** What a broadcast is on other servers, and what came back from there. */
public sealed interface Elsewhere {

    /** Nothing: this node does not speak with them. */
    record Nowhere() implements Elsewhere {}

    /**
     * Known there.
     *
     * @param team address under which the team is followed, such as {@code @kiln@kilnkettle.example}
     * @param creator the same of the member, to whom others credit the page
     * @param document what other servers read: the broadcast, or the member while nothing is on
     * @param residence where the member is to be followed
     * @param replies to the broadcast, oldest first
     * @param mayHide whether the visitor may take a reply off the page
     */
    record Known(String team, String creator, URI document, Residence residence, List<Reply> replies, boolean mayHide)
            implements Elsewhere {

        public Known {
            replies = List.copyOf(replies);
        }
    }
}
