// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.removals.Removal;

/** Whether a team may be listed here. */
sealed interface Consent {

    /**
     * It may.
     *
     * @param group as its own server just described it
     */
    record Given(RemoteActor group) implements Consent {}

    /** It may not, or does not want to be. */
    record Withheld(Why why) implements Consent {}

    /** It was taken off by the rules, and the time of that is not over. */
    record Barred(Removal removal) implements Consent {}

    /** Its server does not say, just now. */
    record NotNow() implements Consent {}

    /** Why not. */
    enum Why {
        NOBODY("There is no team at this address."),
        NOT_ALLOWED("The team's own document does not say that this directory may list it."),
        MOVED("The team has moved. It can ask from where it is now."),
        UNWELCOME("This directory does not list teams of this server."),
        CLOSED("This directory lists only teams that its owner named."),
        TWIN("Another team here has an address of the same short number. It can ask with another address."),
        FULL("This directory is full."),
        SILENT("The team's server has not answered for a long time. The team can ask again.");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** For the people of the team. */
        String words() {
            return words;
        }
    }
}
