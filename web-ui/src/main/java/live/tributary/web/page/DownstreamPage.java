// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Whose viewers a team lets in, where its own are offered to go, and what came of both: {@code /studio/downstream}.
 *
 * @param policy as it is, or as it was typed
 * @param friends teams whose hosts may send everybody at once
 * @param shield whether nobody is let in for now
 * @param offer what viewers of this seat are offered just now
 * @param guests who came lately
 * @param sendings where the team's own viewers went lately
 * @param target what was typed as the team to send viewers to
 * @param mayManage whether the visitor may change the policy
 */
public record DownstreamPage(
        Frame frame,
        TeamBadge team,
        Person member,
        Policy policy,
        List<Friend> friends,
        boolean shield,
        Offer offer,
        List<Guests> guests,
        List<Sending> sendings,
        String target,
        FormErrors errors,
        boolean mayManage)
        implements Page {

    public DownstreamPage {
        friends = List.copyOf(friends);
        guests = List.copyOf(guests);
        sendings = List.copyOf(sendings);
    }

    /** Whose viewers a team lets in. Each has a word and a sentence in the message files. */
    public enum Welcome {
        NOBODY,
        RING,
        FOLLOWING,
        EVERYONE;

        /** As forms name it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "welcome." + value();
        }
    }

    /** Where its own are offered to go. Each has a word in the message files. */
    public enum Carry {
        NOBODY,
        DRAWN,
        CHOSEN;

        /** As forms name it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the word in the message files. */
        public String messageKey() {
            return "carry." + value();
        }
    }

    /**
     * What the team decided.
     *
     * @param anyHost whether hosts whom the team does not know may send theirs at once
     * @param maxGuests in ten minutes, as typed; empty where it goes by how many watch
     * @param chosen handle or address of the team that is asked first; may be empty
     * @param boost whether followers see one boost of where viewers went
     */
    public record Policy(
            Welcome welcome, boolean anyHost, String maxGuests, Carry carry, String chosen, boolean boost) {}

    /** A team whose host may send everybody at once.
     *  @param id how the form names it */
    public record Friend(String id, String address) {}

    /** What viewers are offered just now. Each but the first has a sentence in the message files. */
    public enum Offer {
        NOTHING,
        END,
        HOST,
        INTERMISSION;

        /** Key of the sentence in the message files. */
        public String messageKey() {
            return "offer." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who came.
     *
     * @param id how the form names their team
     * @param page where it is found
     * @param undone whether the team did not want to have had them
     */
    public record Guests(String id, String team, URI page, int arrived, Instant at, boolean undone) {}

    /**
     * Where viewers went.
     *
     * @param sent how many were given a ticket
     * @param arrived how many the team over there says it counted; -1 while it has not said
     */
    public record Sending(String team, URI page, int sent, int arrived, Instant at) {

        /** Whether it has said so. */
        public boolean receipted() {
            return arrived >= 0;
        }
    }
}
