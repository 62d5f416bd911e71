// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Locale;

/**
 * Says what happened and the way out.
 *
 * @param status of the HTTP answer
 */
public record ErrorPage(Frame frame, int status, Kind kind) implements Page {

    /** What happened. Each has a headline and a sentence in the message files. */
    public enum Kind {
        NOT_FOUND,
        LINK_USED_UP,
        GONE,
        FORBIDDEN,
        FORM_EXPIRED,
        TOO_MANY_REQUESTS,
        BAD_REQUEST,
        NODE_BUSY,
        BROKEN;

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "error." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
