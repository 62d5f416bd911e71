// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;
import java.util.Locale;

/**
 * One team of a directory, for its owner, who may take it off: {@code /directory/desk/team}.
 *
 * @param rules that are in force; the first is number 1
 */
public record DeskTeamPage(Frame frame, KeptTeam team, List<String> rules, RemovalForm form, int appeals)
        implements Page {

    public DeskTeamPage {
        rules = List.copyOf(rules);
    }

    /**
     * Why the team is to be taken off, as it was typed.
     *
     * @param rule number of the rule; 0 where none was chosen
     */
    public record RemovalForm(int rule, Term term, String reasons, boolean fraud, FormErrors errors) {

        /** Nothing was typed. */
        public static RemovalForm empty() {
            return new RemovalForm(0, Term.MONTH, "", false, FormErrors.none());
        }
    }

    /** For how long. Each has a word in the message files. */
    public enum Term {
        WEEK,
        MONTH,
        HALF_YEAR,
        OPEN;

        /** As forms name it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Key of the word in the message files. */
        public String messageKey() {
            return "term." + value();
        }
    }
}
