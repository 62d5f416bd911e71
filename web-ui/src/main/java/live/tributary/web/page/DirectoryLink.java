// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Locale;

/**
 * What a directory has besides its pages, and links in their feet.
 *
 * @param path on this node
 */
public record DirectoryLink(Kind kind, String path) {

    /** What it is. Each has a name in the message files. */
    public enum Kind {
        HOW,
        RULES,
        REPORT,
        JSON,
        ATOM,
        OPML,
        CALENDAR;

        /** Key of the name in the message files. */
        public String messageKey() {
            return "directory-link." + name().toLowerCase(Locale.ROOT);
        }
    }
}
