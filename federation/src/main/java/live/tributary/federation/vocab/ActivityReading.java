// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

/** What came of reading an activity. */
public sealed interface ActivityReading {

    /** An activity; an unknown one is {@link Other}. */
    record Understood(Activity activity) implements ActivityReading {}

    /**
     * No activity.
     *
     * @param why for the log; nothing of the document but its type
     */
    record NotUnderstood(String why) implements ActivityReading {}
}
