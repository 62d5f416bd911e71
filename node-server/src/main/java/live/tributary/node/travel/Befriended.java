// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

/** What came of naming a friend. */
public sealed interface Befriended {

    record Done(URI friend) implements Befriended {}

    /** The team has as many friends as it may have. */
    record TooMany() implements Befriended {}

    /** No team is found under what was typed, or its server does not answer, or is blocked. */
    record Nobody(Chosen.Why why) implements Befriended {}
}
