// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

/** The address of a page with a ticket in it. */
final class ArrivalAddress {

    /** Name of the ticket in the query. */
    static final String PARAMETER = "arrive";

    private ArrivalAddress() {}

    static URI of(URI page, String ticket) {
        var text = page.toString();
        var fragment = text.indexOf('#');
        var bare = fragment < 0 ? text : text.substring(0, fragment);
        return URI.create(bare + (bare.contains("?") ? "&" : "?") + PARAMETER + "=" + ticket);
    }
}
