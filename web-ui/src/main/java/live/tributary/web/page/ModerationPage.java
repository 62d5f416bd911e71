// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Whom a team, one of its people and the node keep out, which replies the team has hidden, and what it told other servers.
 *
 * @param blocked whom the visitor may let in again
 * @param hidden replies that nobody sees any more
 * @param sent the latest first
 * @param typed what was typed into the form; empty before
 * @param grounds out of what the visitor may keep somebody, the first as a proposal
 * @param mayManage whether the visitor decides for the whole team
 */
public record ModerationPage(
        Frame frame,
        TeamBadge team,
        Person member,
        List<Blocked> blocked,
        List<Reply> hidden,
        List<Sent> sent,
        String typed,
        FormErrors errors,
        List<Ground> grounds,
        boolean mayManage)
        implements Page {

    public ModerationPage {
        blocked = List.copyOf(blocked);
        hidden = List.copyOf(hidden);
        sent = List.copyOf(sent);
        grounds = List.copyOf(grounds);
    }

    /** Who is kept out. */
    public sealed interface Stranger {

        /** How the form names them. */
        String id();

        record Account(String id, RemotePerson person) implements Stranger {}

        /** Everybody there.
         *  @param id its name */
        record Server(String id) implements Stranger {}
    }

    /** Out of what. */
    public enum Ground {
        TEAM,
        OWN,
        NODE;

        /** How the form says it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of its name in the message files. */
        public String messageKey() {
            return "ground." + word();
        }
    }

    /** Somebody who is kept out. */
    public record Blocked(Stranger stranger, Ground ground, Instant since) {}

    /** How far a report has got. */
    public enum Delivery {
        WAITING,
        ARRIVED,
        LOST,
        /** Too long ago. */
        FORGOTTEN;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "report." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What other operators were told.
     *
     * @param lastAnswer of their server, in words; may be empty
     */
    public record Sent(RemotePerson about, Instant at, String words, Delivery delivery, String lastAnswer) {}
}
