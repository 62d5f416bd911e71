// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Drawn;

/** A place on a page. What happens after the draw shifts nobody. */
public sealed interface Place {

    Drawn card();

    /** The team is on air. */
    record Live(Drawn card, LiveGroup group) implements Place {}

    /** It was, in the minute of the snapshot. */
    record Ended(Drawn card, LiveGroup group) implements Place {}

    /** Nobody says any more who it was: it withdrew, or the node has started since. */
    record Unnamed(Drawn card) implements Place {}
}
