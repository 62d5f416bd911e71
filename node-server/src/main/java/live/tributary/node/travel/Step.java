// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

import live.tributary.federation.vocab.HandoffKind;

/** What a page that waits to be carried on is told. */
public sealed interface Step {

    /** Somebody is being asked. */
    record Searching() implements Step {}

    /**
     * There is room with somebody.
     *
     * @param marked whether something is shown there that was not agreed to here
     */
    record Found(Prospect target, HandoffKind kind, boolean marked) implements Step {}

    /** Somebody is on air whose software cannot be asked: there is a link, and nobody is carried. */
    record Linked(Prospect target, HandoffKind kind) implements Step {}

    /** A ticket for one place.
     *  @param page with the ticket in its address */
    record Go(URI page) implements Step {}

    /** Nobody has room, or no way is offered. */
    record Nowhere() implements Step {}
}
