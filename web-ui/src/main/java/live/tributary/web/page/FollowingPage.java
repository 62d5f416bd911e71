// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Whom a team, its visitor and the node follow on other servers, and who of them is on air.
 *
 * @param address as it was typed
 * @param choices for whom the visitor may follow somebody; the first one is chosen beforehand
 * @param live what is on air with those whom the team or the visitor follows
 */
public record FollowingPage(
        Frame frame,
        TeamBadge team,
        Person member,
        String address,
        List<Whose> choices,
        FormErrors errors,
        List<Followed> followed,
        List<RemoteLiveCard> live)
        implements Page {

    public FollowingPage {
        choices = List.copyOf(choices);
        followed = List.copyOf(followed);
        live = List.copyOf(live);
    }

    /**
     * Somebody who is followed, or asked to be.
     *
     * @param id address of the actor
     * @param since when they were asked; of one who cannot be reached, since when
     * @param mayRemove whether the visitor may end it
     */
    public record Followed(
            String id, RemotePerson person, Whose whose, Standing standing, Instant since, boolean mayRemove) {}

    /** For whom somebody is followed. Each has a word in the message files. */
    public enum Whose {
        TEAM,
        MEMBER,
        NODE;

        /** As forms name it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "following-for." + value();
        }
    }

    /** How it stands with them. Each has a word and a sentence in the message files. */
    public enum Standing {
        ASKED(true),
        UNANSWERED(false),
        FOLLOWED(true),
        UNREACHABLE(false),
        REFUSED(false),
        GONE(false);

        private final boolean well;

        Standing(boolean well) {
            this.well = well;
        }

        /** Whether all is as it should be. */
        public boolean well() {
            return well;
        }

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "following-standing." + name().toLowerCase(Locale.ROOT);
        }
    }
}
