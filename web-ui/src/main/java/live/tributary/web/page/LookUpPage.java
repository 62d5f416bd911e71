// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;
import java.util.Locale;

/**
 * Looks at an address on another server step by step, and says what is wrong with it.
 *
 * @param address as it was typed
 * @param steps as far as they went; empty before anybody asked
 */
public record LookUpPage(
        Frame frame, TeamBadge team, Person member, String address, FormErrors errors, List<Step> steps)
        implements Page {

    public LookUpPage {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param detail what was found or asked: an address, a name, an answer; may be empty
     */
    public record Step(Stage stage, Finding finding, String detail) {}

    /** What is looked at. Each has a name in the message files. */
    public enum Stage {
        NAME,
        ACTOR,
        KEY,
        SERVER;

        /** Key of the name in the message files. */
        public String messageKey() {
            return "stage." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it was found. Each has a sentence in the message files. */
    public enum Finding {
        GOOD(true),
        SKIPPED(true),
        NO_SUCH_SERVER(false),
        NO_ANSWER(false),
        NOT_ALLOWED(false),
        BLOCKED(false),
        NOT_FOUND(false),
        GONE(false),
        REFUSED(false),
        BROKEN(false),
        TOO_LARGE(false),
        UNREADABLE(false),
        NO_ACTOR(false),
        OTHER_ADDRESS(false),
        NO_KEY(false),
        FOREIGN_KEY(false),
        TOO_OFTEN(false),
        UNSAID(true);

        private final boolean good;

        Finding(boolean good) {
            this.good = good;
        }

        /** Whether others can be reached all the same. */
        public boolean good() {
            return good;
        }

        /** Key of the sentence in the message files. */
        public String messageKey() {
            return "finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
