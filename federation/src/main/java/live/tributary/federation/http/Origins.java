// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;

import live.tributary.federation.signature.Origin;

/** Whether one server speaks for two addresses (FEP-fe34). */
public final class Origins {

    private Origins() {}

    /** Scheme, host and port are the same. Two addresses that are not on the web have no origin in common. */
    public static boolean same(URI one, URI other) {
        var origin = Origin.of(one);
        return origin.isPresent() && origin.equals(Origin.of(other));
    }
}
