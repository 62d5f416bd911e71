// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import live.tributary.node.removals.Removal;
import live.tributary.node.removals.Step;
import live.tributary.web.page.DeskTeamPage;
import live.tributary.web.page.Statement;

/** Removals in the words of the pages. */
final class Statements {

    private Statements() {}

    static Statement of(Removal removal) {
        return new Statement(
                name(removal),
                removal.subject().host(),
                removal.version(),
                ListingRulesController.PATH + "/" + removal.version(),
                removal.rule(),
                removal.ruleWords(),
                DeskTeamPage.Term.valueOf(removal.term().name()),
                removal.term().end(removal.at()),
                removal.fraud(),
                removal.appealableUntil(),
                removal.steps().stream().map(Statements::step).toList());
    }

    static String name(Removal removal) {
        var team = removal.subject();
        return team.name().isBlank() ? team.host() : team.name();
    }

    static Statement.Kind kind(Step.Kind kind) {
        return switch (kind) {
            case REMOVED -> Statement.Kind.REMOVED;
            case APPEALED -> Statement.Kind.APPEALED;
            case UPHELD -> Statement.Kind.UPHELD;
            case PUT_BACK -> Statement.Kind.PUT_BACK;
        };
    }

    private static Statement.Step step(Step step) {
        return new Statement.Step(kind(step.kind()), step.at(), step.words());
    }
}
