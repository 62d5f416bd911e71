// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.springframework.core.Ordered;

/** The order in which a request passes the filters, first to last. */
enum GateOrder {
    /** Headers every answer carries, refusals included. */
    HEADERS,
    /** Sizes, before anything is read. */
    SIZES,
    /** How often, before anything costs. */
    RATES,
    /** Who is asking. From here on a request runs on a virtual thread. */
    VISITOR,
    /** Nothing works before the node has an owner. */
    CLAIM,
    /** No other site acts in a visitor's name. */
    FORGERY;

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

    int position() {
        return FIRST + ordinal();
    }
}
