// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Locale;

/**
 * What this node lets pass between itself and a server.
 *
 * @param domain it holds for the names below it too
 * @param comment for the owner of this node, may be empty
 */
public record ServerRule(String domain, Severity severity, boolean rejectMedia, boolean rejectReports, String comment) {

    /** How much is cut. Each has a word and a sentence in the message files. */
    public enum Severity {
        NOTHING,
        LIMIT,
        BLOCK;

        /** Value of the form field, and last part of the keys in the message files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "severity." + word();
        }
    }

    /** A rule before anybody typed. */
    public static ServerRule empty() {
        return new ServerRule("", Severity.BLOCK, false, false, "");
    }
}
