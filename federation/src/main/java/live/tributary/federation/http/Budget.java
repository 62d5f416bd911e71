// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often strangers may still make this node fetch something for one thing they sent, or somebody asked for. Without it, one activity could
 * point to another and that to a third, for ever. May be shared by threads.
 */
public final class Budget {

    private static final int OF_AN_ACTIVITY = 20;

    private static final int OF_A_WISH = 6;

    private final AtomicInteger left;

    private Budget(int fetches) {
        left = new AtomicInteger(fetches);
    }

    /** For one activity that came in: {@value #OF_AN_ACTIVITY} requests, redirects among them. */
    public static Budget ofOneActivity() {
        return new Budget(OF_AN_ACTIVITY);
    }

    /** For one wish of a person, who waits for it, or one name: {@value #OF_A_WISH} requests, redirects among them. */
    public static Budget ofOneWish() {
        return new Budget(OF_A_WISH);
    }

    /** Takes one request out, or says that there is none left. */
    boolean spend() {
        return left.getAndUpdate(fetches -> Math.max(0, fetches - 1)) > 0;
    }
}
