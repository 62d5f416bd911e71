// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How this node gets on with other servers: what it sends them, and what it turned away.
 *
 * @param hosts those with trouble first
 * @param refused newest first
 * @param keys of the node and everybody on it
 */
public record ServersPage(
        Frame frame, TeamBadge team, Person member, List<Host> hosts, List<Refusal> refused, SigningKeys keys)
        implements Page {

    public ServersPage {
        hosts = List.copyOf(hosts);
        refused = List.copyOf(refused);
    }

    /**
     * One server that gets something from here.
     *
     * @param waiting how much is still to be sent
     * @param arrived how much it took, of what is still remembered
     * @param lost how much it never gets: refused, too old, thrown away
     * @param lastAnswer what it said to the last try, in words; may be empty
     */
    public record Host(
            String name, int waiting, int arrived, int lost, Standing standing, Due due, String lastAnswer) {}

    /** Whether what is sent arrives. Each has a word and a sentence in the message files. */
    public enum Standing {
        REACHED,
        SENDING,
        PAUSED,
        GIVEN_UP;

        /** Stem of the keys in the message files. */
        public String messageKey() {
            return "standing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** When the server is tried next. */
    public sealed interface Due {

        /** By itself, as soon as there is something to send. */
        record Soon() implements Due {}

        /** Not before then. */
        record At(Instant at) implements Due {}
    }

    /**
     * Something from another server that was turned away.
     *
     * @param source network address of who sent it
     * @param because in words
     */
    public record Refusal(Instant at, String source, String because) {}
}
