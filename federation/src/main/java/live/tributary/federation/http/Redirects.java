// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;

/** How far a fetch may be sent on. Each hop has to pass the guard like the first address. */
public enum Redirects {
    /** For documents: whether what came speaks for the address that was asked is decided by its id. */
    TO_ANYWHERE(3, false),
    /** For keys: only their own server can say whose they are. */
    WITHIN_THE_SERVER(2, true);

    private final int hops;
    private final boolean sameOrigin;

    Redirects(int hops, boolean sameOrigin) {
        this.hops = hops;
        this.sameOrigin = sameOrigin;
    }

    int hops() {
        return hops;
    }

    boolean allow(URI from, URI to) {
        return !sameOrigin || Origins.same(from, to);
    }
}
