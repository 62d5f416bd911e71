// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import org.springframework.web.server.ServerWebExchange;

/** Who sent a request that never reached a controller. */
public final class Visitors {

    private Visitors() {}

    /** A stranger, if the request was turned away before it was known who sent it. */
    public static Visitor of(ServerWebExchange exchange) {
        return VisitorFilter.orStranger(exchange);
    }
}
