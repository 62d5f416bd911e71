// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

/** How it stands between a team and a directory that it chose. */
public enum Standing {
    /** It was asked. */
    ASKED,
    /** It was asked, and has not answered for {@link Directories#PATIENCE}. */
    UNANSWERED,
    /** It said yes. */
    LISTED,
    /** It said no. */
    REFUSED,
    /** It said yes, and later no. */
    REMOVED
}
