// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Locale;

/** What is asked for, as metrics tell it apart. */
enum MediaKind {
    MASTER,
    PLAYLIST,
    PART,
    SEGMENT,
    INIT,
    PREVIEW,
    /** Addresses that name nothing. */
    UNKNOWN;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
