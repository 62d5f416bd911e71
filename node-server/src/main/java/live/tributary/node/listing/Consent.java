// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

/** Who may list a team. */
public enum Consent {
    /** Nobody: as long as the team has not said anything else. */
    NONE,
    /** The directories that the team chose. */
    INVITED,
    /** Whoever wants to. */
    OPEN
}
