// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Locale;

/** What can be wrong with one field of a form. Each has a sentence in the message files. */
public enum FieldError {
    NAME_INVALID,
    HANDLE_INVALID,
    HANDLE_TAKEN,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_COMMON,
    BUSY,
    PLAIN_HTTP,
    LOGIN_WRONG,
    LOGIN_TOO_OFTEN,
    MARK_INVALID,
    HUE_INVALID,
    LABEL_INVALID,
    TITLE_INVALID,
    DESCRIPTION_INVALID,
    TAGS_INVALID,
    WARNING_INVALID,
    ACCOUNT_INVALID,
    ACCOUNT_UNKNOWN,
    SERVER_UNKNOWN,
    SERVER_SILENT,
    SERVER_BLOCKED,
    SERVER_WITHOUT_FOLLOW,
    DOMAIN_INVALID,
    COMMENT_INVALID,
    LOOK_UP_INVALID,
    FAR_ACCOUNT_INVALID,
    FAR_ACCOUNT_UNKNOWN,
    FAR_ACCOUNT_SILENT,
    FAR_ACCOUNT_ITSELF,
    FAR_ACCOUNT_SAYS_NOTHING,
    FAR_ACCOUNT_MOVED,
    FAR_ACCOUNTS_TOO_MANY,
    FOLLOW_INVALID,
    FOLLOW_NOBODY,
    FOLLOW_NO_SERVER_ACTOR,
    FOLLOW_SILENT,
    FOLLOW_OURS,
    FOLLOW_TOO_MANY,
    STRANGER_INVALID,
    STRANGER_UNKNOWN,
    STRANGERS_TOO_MANY,
    WORDS_INVALID,
    REPORTS_TOO_MANY;

    /** Key of the sentence in the message files. */
    public String messageKey() {
        return "field-error." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
