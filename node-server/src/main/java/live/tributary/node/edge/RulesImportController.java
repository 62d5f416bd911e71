// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.ArrayList;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.PolicyChange;
import live.tributary.node.domains.PolicyImport;
import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.RulesImportPage;
import live.tributary.web.page.ServerRule;

/** A list of rules from elsewhere: first what it would change, then, on a second form, the change. For the node's owner. */
@Controller
final class RulesImportController {

    private static final String PATH = RulesController.PATH + "/import";

    private final DomainPolicies policies;
    private final Studio studio;

    RulesImportController(DomainPolicies policies, Studio studio) {
        this.policies = policies;
        this.studio = studio;
    }

    @PostMapping(PATH)
    Answer preview(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.ownersSeat(visitor, team);
        var list = form.text("list");
        return Answer.show(page(visitor, seat, list, policies.preview(list)));
    }

    @PostMapping(RulesController.PATH + "/apply")
    Answer apply(Form form, Visitor visitor) {
        policies.bring(visitor.actor(), form.text("list"));
        return Answer.goTo(RulesController.PATH);
    }

    private RulesImportPage page(Visitor visitor, Seat seat, String list, PolicyImport wanted) {
        var added = new ArrayList<ServerRule>();
        var changed = new ArrayList<RulesImportPage.Change>();
        for (var change : wanted.changes()) {
            switch (change) {
                case PolicyChange.Added(var after) -> added.add(RuleFields.shown(after));
                case PolicyChange.Changed(var before, var after) ->
                    changed.add(new RulesImportPage.Change(RuleFields.shown(before), RuleFields.shown(after)));
            }
        }
        return new RulesImportPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                added,
                changed,
                wanted.unchanged(),
                wanted.warnings(),
                list);
    }
}
