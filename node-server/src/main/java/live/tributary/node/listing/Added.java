// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

/** What came of adding something to a team's listing. */
public enum Added {
    DONE,
    /** There are as many as there may be. */
    TOO_MANY
}
