// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;

/** How a channel stands, as a viewer sees it. */
public sealed interface Air {

    /** One word, the same as in the API's {@code state}. */
    String state();

    /** Title of the broadcast, empty when nothing is on. */
    String title();

    /** Parts are coming. */
    record Live(String title, Instant since, Still still) implements Air {
        @Override
        public String state() {
            return "live";
        }
    }

    /** The newest picture of it. */
    default Still still() {
        return new Still.None();
    }

    /** The encoder is connected, the first playlist does not exist yet. */
    record Connecting(String title) implements Air {
        @Override
        public String state() {
            return "connecting";
        }
    }

    /** The publisher went away without a word and may still come back. */
    record LostConnection(String title, Instant lostAt) implements Air {
        @Override
        public String state() {
            return "lost";
        }
    }

    /** The broadcast ended a moment ago. */
    record Ended(String title, Instant endedAt) implements Air {
        @Override
        public String state() {
            return "ended";
        }
    }

    /** Nothing is on. */
    record OffAir() implements Air {
        @Override
        public String state() {
            return "off";
        }

        @Override
        public String title() {
            return "";
        }
    }
}
