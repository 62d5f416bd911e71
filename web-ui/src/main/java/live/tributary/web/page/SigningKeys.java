// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;

/** How it stands with the keys that sign what goes to other servers. */
public sealed interface SigningKeys {

    /** Nobody has needed any yet. */
    record None() implements SigningKeys {}

    /**
     * There are some.
     *
     * @param addresses how many have keys: teams, members, the node
     * @param asked of how many new ones are to be made
     * @param telling of how many others are just being told that they have new ones
     * @param oldest when the oldest in use were made
     */
    record Made(int addresses, int asked, int telling, Instant oldest) implements SigningKeys {

        /** Whether there is anybody who is not just getting new ones. */
        public boolean mayRenew() {
            return asked + telling < addresses;
        }
    }
}
