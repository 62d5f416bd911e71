// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

/** Whether the key of a day was fixed before its day began (fairness, section 5). A directory that may still choose it when it
 *  knows a minute and a nonce can try keys until the draw suits it. */
public final class KeyPromise {

    /** What is to be said where nobody looked. */
    public static final String NOT_LOOKED_AT = "Whether the key was fixed before its day began was not looked at:"
            + " that takes a snapshot of the day before, best one that somebody kept then.";

    private KeyPromise() {}

    /** Compares a snapshot with any one of the day before. */
    public static Finding of(PublishedSnapshot published, PublishedSnapshot before) {
        var snapshot = published.snapshot();
        var earlier = before.snapshot();
        if (!before.document().key().equals(published.document().key())) {
            return new Finding.Undecided("The snapshot of the day before is signed with another key, %s."
                    .formatted(before.document().key()));
        }
        if (!earlier.minute().day().plusDays(1).equals(snapshot.minute().day())) {
            return new Finding.Undecided(
                    "The snapshot of %s is not of the day before %s.".formatted(earlier.minute(), snapshot.minute()));
        }
        return earlier.nextDayKey().equals(snapshot.dayKey())
                ? new Finding.Agrees("The key was fixed at %s, before its day began.".formatted(earlier.minute()))
                : new Finding.Differs("The key is not the one that was promised at %s, before its day began."
                        .formatted(earlier.minute()));
    }
}
