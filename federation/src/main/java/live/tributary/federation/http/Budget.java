// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * How often strangers may still make this node fetch something for one thing they sent, or somebody asked for. Without it, one
 * activity could point to another and that to a third, for ever. May be shared by threads.
 */
public final class Budget {

    private static final int OF_AN_ACTIVITY = 20;

    private static final int OF_A_RECEPTION = 5;

    private static final int OF_A_TRY = 6;

    private static final int OF_A_WISH = 6;

    private final AtomicInteger left;
    private final Predicate<URI> isLeft;

    private Budget(int fetches, Predicate<URI> isLeft) {
        this.left = new AtomicInteger(fetches);
        this.isLeft = isLeft;
    }

    /** To let one activity in, or not: {@value #OF_A_RECEPTION} requests, redirects among them. */
    public static Budget ofOneReception() {
        return new Budget(OF_A_RECEPTION, _ -> true);
    }

    /** To work on one activity that was let in, each time that is tried: {@value #OF_A_TRY} requests, redirects among them. */
    public static Budget ofOneTry() {
        return new Budget(OF_A_TRY, _ -> true);
    }

    /** For what follows from one activity later, now and then: {@value #OF_AN_ACTIVITY} requests, redirects among them. */
    public static Budget ofOneActivity() {
        return new Budget(OF_AN_ACTIVITY, _ -> true);
    }

    /** For one wish of a person, who waits for it: {@value #OF_A_WISH} requests, redirects among them. */
    public static Budget ofOneWish() {
        return new Budget(OF_A_WISH, _ -> true);
    }

    /**
     * For one name: as many, redirects among them.
     *
     * @param isLeft asked before each request, and takes it from what may be asked there for all names
     */
    public static Budget ofOneName(Predicate<URI> isLeft) {
        return new Budget(OF_A_WISH, isLeft);
    }

    /** Takes one request out, or says that there is none left. */
    boolean spend(URI at) {
        return left.getAndUpdate(fetches -> Math.max(0, fetches - 1)) > 0 && isLeft.test(at);
    }
}
