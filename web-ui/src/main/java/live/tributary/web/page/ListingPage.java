// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a team says of itself in directories, and in which: {@code /studio/listing}.
 *
 * @param dates next ones that the team announces
 * @param directories where it asked to be listed
 * @param preview how its card looks, with what is said now
 * @param ledger its own lines, one for each directory and language it was drawn in
 * @param vouches for teams elsewhere
 * @param mayManage whether the visitor may change anything
 */
public record ListingPage(
        Frame frame,
        TeamBadge team,
        Person member,
        ListingForms forms,
        List<NextDate> dates,
        List<OpenSeat> seats,
        List<Listed> directories,
        DirectoryCard preview,
        List<OwnLine> ledger,
        List<Vouch> vouches,
        boolean mayManage)
        implements Page {

    public ListingPage {
        dates = List.copyOf(dates);
        seats = List.copyOf(seats);
        directories = List.copyOf(directories);
        ledger = List.copyOf(ledger);
        vouches = List.copyOf(vouches);
    }

    /** Who may list the team. Each has a word and a sentence in the message files. */
    public enum Consent {
        NONE,
        INVITED,
        OPEN;

        /** As forms name it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "consent." + value();
        }
    }

    /** A date that the team announces.
     *  @param id how the form names it */
    public record NextDate(String id, Instant at, String title) {}

    /**
     * A directory, and how it stands with it.
     *
     * @param id how the form names it
     * @param page where people see it
     * @param since when it has stood like this
     * @param said what the directory said; may be empty
     * @param statement where it gives its reasons and is objected to; empty where it does not, or not for the visitor's eyes
     */
    public record Listed(
            String id, String host, URI page, Standing standing, Instant since, String said, String statement) {}

    /** A team elsewhere that the team vouches for.
     *  @param id address of its actor, by which forms name it */
    public record Vouch(String id, String name, Instant since) {}

    /** How it stands with a directory. Each has a word and a sentence in the message files. */
    public enum Standing {
        ASKED(""),
        LISTED("ok"),
        REFUSED("warn"),
        REMOVED("warn"),
        DROPPED("warn"),
        UNREACHABLE("warn");

        private final String tone;

        Standing(String tone) {
            this.tone = tone;
        }

        /** Class of its tag: well, a warning, or neither while there is no answer. */
        public String tone() {
            return tone;
        }

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "listed." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a directory has written down about the team.
     *
     * @param language by name
     * @param liveHours in the last seven days, of all teams that the same people seem to run
     * @param sharePercent what the team has got in these days, of what was due to it
     * @param newcomer whether its weight is less because nobody vouches for it
     * @param allowance whether its weight is less because of its many hours
     * @param watch whether this node found the team in the snapshots while it was live
     * @param watchedAt when it looked last
     */
    public record OwnLine(
            String host,
            String language,
            int liveHours,
            int sharePercent,
            boolean newcomer,
            boolean allowance,
            Watch watch,
            Instant watchedAt) {}

    /** Whether a directory leaves the team out. Each has a word in the message files. */
    public enum Watch {
        FOUND,
        MISSING,
        NOT_YET;

        /** Key of the word in the message files. */
        public String messageKey() {
            return "watch." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
