// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** A picture of what is on air. */
public sealed interface Still {

    /** There is none yet. */
    record None() implements Still {}

    /**
     * The newest one.
     *
     * @param path with a query that changes with the picture; without it the newest is found as well
     * @param width pixels
     * @param height pixels
     */
    record Taken(String path, int width, int height) implements Still {}
}
