// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The rings of a team: {@code /studio/rings}.
 *
 * @param mayManage whether the visitor may change anything
 */
public record RingsPage(
        Frame frame,
        TeamBadge team,
        Person member,
        List<Own> rings,
        List<Invitation> invitations,
        Forms forms,
        boolean mayManage)
        implements Page {

    public RingsPage {
        rings = List.copyOf(rings);
        invitations = List.copyOf(invitations);
    }

    /** How it stands with a ring. Each has a word and a sentence in the message files. */
    public enum Standing {
        ASKED(""),
        IN("ok"),
        REFUSED("warn"),
        OUT("warn");

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
            return "ring-seat." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A ring of the team.
     *
     * @param id how forms name it
     * @param path of its page on this node, or on its own while nothing is known of it here
     * @param said why the team is not in it; may be empty
     * @param part what the team may do
     * @param orphaned whether its host has been silent for a week
     */
    public record Own(
            String id,
            String name,
            String path,
            String host,
            Standing standing,
            String said,
            Instant since,
            Part part,
            boolean orphaned,
            Words words,
            List<Member> members,
            List<Applicant> applicants) {

        public Own {
            members = List.copyOf(members);
            applicants = List.copyOf(applicants);
        }

        /** Stem of the ids of its fields: several rings stand on one page. */
        public String stem() {
            return Integer.toHexString(id.hashCode());
        }

        public boolean isIn() {
            return standing == Standing.IN;
        }
    }

    /** What a team may do in a ring. */
    public enum Part {
        /** It invites, votes and leaves. */
        MEMBER,
        /** It decides, too. */
        STEWARD,
        /** It writes the charter and the order, too: the ring is kept on this node. */
        KEEPER
    }

    /**
     * What a ring says of itself.
     *
     * @param lanes percent of those who travel on: to the ring, to its neighbours, to everybody
     */
    public record Words(String name, String charter, String lanes) {}

    /**
     * Somebody in a ring.
     *
     * @param id how forms name it
     * @param holds whether the member says so too
     */
    public record Member(
            String id,
            String name,
            String href,
            String host,
            boolean self,
            boolean steward,
            boolean team,
            boolean holds) {}

    /**
     * Somebody who wants to be in a ring.
     *
     * @param id how forms name it
     * @param yesses how many members have said yes
     */
    public record Applicant(String id, String name, String href, String host, int yesses, Instant closesAt) {}

    /**
     * A member wants the team in a ring.
     *
     * @param ring how forms name it
     */
    public record Invitation(String ring, String host, String inviter, Instant at) {}

    /**
     * What was typed, and what was wrong in it.
     *
     * @param ring which ring the form was about; empty of one that is about none
     */
    public record Forms(
            String ring, String name, String slug, String charter, String apply, String typed, FormErrors errors) {

        /** Nothing yet. */
        public static Forms empty() {
            return new Forms("", "", "", "", "", "", FormErrors.none());
        }

        /** What was typed to start a ring. */
        public static Forms founding(String name, String slug, String charter, FormErrors errors) {
            return new Forms("", name, slug, charter, "", "", errors);
        }

        /** What was typed to join a ring. */
        public static Forms applying(String typed, FormErrors errors) {
            return new Forms("", "", "", "", typed, "", errors);
        }

        /** What was typed into a field of one ring. */
        public static Forms about(String ring, String typed, FormErrors errors) {
            return new Forms(ring, "", "", "", "", typed, errors);
        }
    }
}
