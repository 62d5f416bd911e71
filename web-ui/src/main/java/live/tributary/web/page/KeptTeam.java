// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * A team as the owner of a directory sees it.
 *
 * @param id how forms name it
 * @param name as the team wrote it; may be empty while nobody has read its document
 * @param host name of the server it is on
 * @param page its own site
 * @param since when it was listed, or asked
 * @param readAt when its document was read the last time
 * @param lookedAt when its playlist was seen to move; {@link Instant#EPOCH} where it never was
 * @param because why it is not live, in words; may be empty
 * @param repeats whether it shows the same again
 */
public record KeptTeam(
        String id,
        String name,
        String host,
        URI page,
        Rank rank,
        OnAir onAir,
        Instant since,
        Instant readAt,
        Instant lookedAt,
        String because,
        Repeats repeats) {

    /** Whether its playlist was seen to move. */
    public boolean wasSeen() {
        return lookedAt.isAfter(Instant.EPOCH);
    }

    /** What to call it. */
    public String title() {
        return name.isBlank() ? host : name;
    }

    /** Whether a team was seen to show the same again within a day. */
    public sealed interface Repeats {

        /** Not that anybody knows, or somebody had a look. */
        record Nothing() implements Repeats {}

        /** Perhaps a rerun. */
        record Seen(Instant first, Instant again) implements Repeats {}
    }

    /** How it comes to be listed. Each has a word in the message files. */
    public enum Rank {
        NAMED,
        VOUCHED,
        NEWCOMER,
        WAITING,
        HIDDEN;

        /** Key of the word in the message files. */
        public String messageKey() {
            return "rank." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is on air. Each has a word in the message files. */
    public enum OnAir {
        LIVE("ok"),
        OFF(""),
        STILL("warn"),
        UNSEEN("");

        private final String tone;

        OnAir(String tone) {
            this.tone = tone;
        }

        /** Class of its tag. */
        public String tone() {
            return tone;
        }

        /** Key of the word in the message files. */
        public String messageKey() {
            return "kept-air." + name().toLowerCase(Locale.ROOT);
        }
    }
}
