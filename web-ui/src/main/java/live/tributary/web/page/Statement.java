// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A team was taken off a directory: by which rule, why, for how long, and what came of it.
 *
 * @param team its name, or that of its server
 * @param version of the rules
 * @param rulesPath where that version is read
 * @param until when the team may ask again; of an {@link DeskTeamPage.Term#OPEN open} term it says nothing
 * @param fraud whether the team was found to deceive
 * @param steps in their order; the first is the removal with its reasons
 */
public record Statement(
        String team,
        String host,
        int version,
        String rulesPath,
        int rule,
        String ruleWords,
        DeskTeamPage.Term term,
        Instant until,
        boolean fraud,
        Instant appealableUntil,
        List<Step> steps) {

    public Statement {
        steps = List.copyOf(steps);
    }

    /** Something that was done. */
    public record Step(Kind kind, Instant at, String words) {}

    /** What was done. Each has a word in the message files. */
    public enum Kind {
        REMOVED("warn"),
        APPEALED(""),
        UPHELD("warn"),
        PUT_BACK("ok");

        private final String tone;

        Kind(String tone) {
            this.tone = tone;
        }

        /** Class of its tag. */
        public String tone() {
            return tone;
        }

        /** Key of the word in the message files. */
        public String messageKey() {
            return "step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
