// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How a team, or somebody of it, comes from another server with its followers, or goes to one; and the team's keys.
 *
 * @param who moves
 * @param mayManage whether the visitor may move the team, too
 * @param address of whoever moves, such as {@code @kiln@kilnkettle.example}
 * @param former accounts elsewhere that it says are its own
 * @param keys of the team and its members
 */
public record MovingPage(
        Frame frame,
        TeamBadge team,
        Person member,
        Who who,
        boolean mayManage,
        String address,
        List<Former> former,
        Residence residence,
        SigningKeys keys,
        Typed typed)
        implements Page {

    public MovingPage {
        former = List.copyOf(former);
    }

    /** Who moves. */
    public enum Who {
        TEAM,
        ME;

        /** As forms and addresses write it. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An account elsewhere.
     *
     * @param id its address for servers
     * @param address as people write it
     * @param movedHere whether it said so when it was looked at
     */
    public record Former(String id, String address, boolean movedHere, Instant lookedAt) {}

    /** What came back from the forms, as it was typed. */
    public record Typed(String former, String target, FormErrors errors) {

        public static Typed nothing() {
            return new Typed("", "", FormErrors.none());
        }
    }
}
