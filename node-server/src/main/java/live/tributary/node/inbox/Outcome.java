// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

/** What came of working on an activity. */
sealed interface Outcome {

    /** In words for the operator. */
    String words();

    /** It needs no more work. */
    record Done(String words) implements Outcome {}

    /** Somebody had to be asked and did not answer. */
    record Later(String words) implements Outcome {}
}
