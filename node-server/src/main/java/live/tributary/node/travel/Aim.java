// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

/** Whether somebody chose where viewers go. */
sealed interface Aim {

    /** The draw decides. */
    record Drawn() implements Aim {}

    /** This one first, then the draw. */
    record First(Prospect target) implements Aim {}

    /** This one, and nobody else: the host says so. */
    record Only(Prospect target) implements Aim {}
}
