// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import live.tributary.federation.vocab.Raids;

/**
 * What a team decided about hand-offs.
 *
 * @param raids whose viewers it lets in
 * @param anyHost whether hosts may send theirs at once whom the team does not know
 * @param maxGuests in ten minutes; 0 where it goes by how many watch
 * @param shield whether nobody is let in for now
 * @param whenEnding where its own viewers are offered to go
 * @param boost whether its followers see one boost of where its viewers went
 */
public record Policy(
        Raids raids, boolean anyHost, int maxGuests, boolean shield, WhenEnding whenEnding, boolean boost) {

    /** No team can show so many anything. */
    public static final int MOST_GUESTS = 100_000;

    /** Of a team that has decided nothing: it takes no part. */
    public static final Policy NONE = new Policy(Raids.NOBODY, false, 0, false, new WhenEnding.Nobody(), false);

    public Policy {
        if (raids == Raids.UNSAID || maxGuests < 0 || maxGuests > MOST_GUESTS) {
            throw new IllegalArgumentException("no policy: %s, %d guests".formatted(raids, maxGuests));
        }
    }

    Policy withShield(boolean up) {
        return new Policy(raids, anyHost, maxGuests, up, whenEnding, boost);
    }

    /** Whether viewers of the team may be offered a way. */
    boolean carries() {
        return !(whenEnding instanceof WhenEnding.Nobody);
    }
}
