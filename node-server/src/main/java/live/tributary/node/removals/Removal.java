// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A team was taken off: by which rule, why, for how long, and what came of it.
 *
 * @param version of the rules
 * @param rule its number there
 * @param ruleWords what the rule said
 * @param fraud whether the team was found to deceive
 * @param steps in their order; the first is the removal
 */
public record Removal(
        UUID id,
        Subject subject,
        int version,
        int rule,
        String ruleWords,
        Term term,
        boolean fraud,
        Instant at,
        List<Step> steps) {

    /** So long a team may object (months of the calendar, in UTC). */
    static final Period APPEALABLE = Period.ofMonths(6);

    public Removal {
        steps = List.copyOf(steps);
    }

    Removal with(List<Step> all) {
        return new Removal(id, subject, version, rule, ruleWords, term, fraud, at, all);
    }

    /** What was done last. */
    public Step.Kind standing() {
        return steps.getLast().kind();
    }

    /** The owner's own words for it. */
    public String reasons() {
        return steps.getFirst().words();
    }

    /** Until when it can be objected to. */
    public Instant appealableUntil() {
        return at.atZone(ZoneOffset.UTC).plus(APPEALABLE).toInstant();
    }

    /** Nobody objects twice. */
    public boolean isAppealable(Instant now) {
        return standing() == Step.Kind.REMOVED && now.isBefore(appealableUntil());
    }

    /** Whether the team may not be listed because of it. */
    public boolean bars(Instant now) {
        return switch (standing()) {
            case REMOVED, APPEALED, UPHELD -> !term.isOver(at, now);
            case PUT_BACK -> false;
        };
    }
}
