// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.springframework.core.Ordered;

/** The order in which a request passes the filters, first to last. */
enum GateOrder {
    /** Headers every answer carries, refusals included. */
    HEADERS(1),
    /** How often: refused requests count too. */
    RATES(2),
    /** Sizes and forms of headers, before anything is read. */
    SIZES(3),
    /** Who is asking. From here on a request runs on a virtual thread. */
    VISITOR(4),
    /** Nothing works before the node has an owner. */
    CLAIM(5),
    /** No other site acts in a visitor's name. */
    FORGERY(6);

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

    private final int place;

    GateOrder(int place) {
        this.place = place;
    }

    int position() {
        return FIRST + place;
    }
}
