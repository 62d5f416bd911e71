// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Locale;

/** The wizard's light: has the node seen the encoder? */
public enum Light {
    WAITING,
    REFUSED,
    SEEN;

    /** One word, the same as in the API's {@code light}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
