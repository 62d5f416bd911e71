// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often strangers may still make this node fetch something for one thing they sent. Without it, one activity could
 * point to another and that to a third, for ever. May be shared by threads.
 */
public final class Budget {

    private static final int FETCHES = 20;

    private final AtomicInteger left;

    private Budget(int fetches) {
        left = new AtomicInteger(fetches);
    }

    /** For one activity that came in, or one wish of a person: 20 requests, redirects among them. */
    public static Budget ofOneActivity() {
        return new Budget(FETCHES);
    }

    /** Takes one request out, or says that there is none left. */
    boolean spend() {
        return left.getAndUpdate(fetches -> Math.max(0, fetches - 1)) > 0;
    }
}
