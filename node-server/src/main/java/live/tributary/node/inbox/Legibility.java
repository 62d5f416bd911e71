// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.Activity;

/** What came of reading a body. */
sealed interface Legibility {

    /**
     * It is an activity.
     *
     * @param asReceived what a proof was made over, and what is passed on: the activity may be in other words
     */
    record Legible(Activity activity, ObjectNode asReceived) implements Legibility {}

    /**
     * It is none.
     *
     * @param because for the operators of both servers
     */
    record Illegible(String because) implements Legibility {}

    /** It would take work that too many others wait for. */
    record NotNow() implements Legibility {}
}
