// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Locale;

/** Why a publisher was turned away. Each has a sentence with the way out in the message files. */
public enum RefusalReason {
    WRONG_ADDRESS,
    UNKNOWN_KEY,
    REVOKED_KEY,
    TWO_ENCODERS,
    UNSUPPORTED_CODEC,
    NODE_BUSY,
    NODE_FULL,
    PROTOCOL_VIOLATION;

    /** The same as in the API's {@code refused[].reason}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
