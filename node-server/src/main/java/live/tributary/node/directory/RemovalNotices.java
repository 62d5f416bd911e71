// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;
import live.tributary.node.removals.Removal;
import live.tributary.node.removals.Removals;
import live.tributary.node.removals.Step;
import live.tributary.node.removals.Term;

/** Tells teams that they were taken off by a rule, and where they read all of it. Takes part in the caller's transaction. */
final class RemovalNotices {

    /** What is longer stands in the statement: others cut what a Reject says. */
    static final int LONGEST_QUOTE = 250;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Removals removals;
    private final InviteAnswers answers;
    private final People people;

    RemovalNotices(Removals removals, InviteAnswers answers, People people) {
        this.removals = removals;
        this.answers = answers;
        this.people = people;
    }

    /**
     * Sends the team a link of its own.
     *
     * @param invite with which it asked last; where it never did, nobody there would know what is answered
     */
    void tell(Removal removal, String invite) {
        var team = removal.subject().id();
        if (!invite.isEmpty()) {
            people.inboxOf(team).ifPresent(inbox -> {
                var link = removals.link(Actor.SYSTEM, removal, invite);
                answers.reject(team, inbox, invite, words(removal), link);
            });
        }
    }

    /** In one line, for the people of the team. */
    static String words(Removal removal) {
        var said = removal.standing() == Step.Kind.UPHELD
                ? "Your appeal was turned down. "
                        + quote(removal.steps().getLast().words())
                : quote(removal.reasons());
        var until = removal.term() == Term.OPEN
                ? ""
                : " until " + day(removal.term().end(removal.at()));
        return "Taken off by rule %d (version %d)%s: %s".formatted(removal.rule(), removal.version(), until, said);
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }

    private static String quote(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
