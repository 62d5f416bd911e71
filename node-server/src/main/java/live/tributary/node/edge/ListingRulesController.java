// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.removals.ListingRules;
import live.tributary.node.removals.Rulebook;
import live.tributary.web.page.DeskRulesPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ListingRulesPage;

/** By which rules a directory lists teams, for everybody; its owner writes them. */
@Controller
final class ListingRulesController {

    static final String PATH = DirectoryPages.ROOT + "/rules";

    private static final String DESK = Desk.ROOT + "/rules";

    private final Rulebook rules;
    private final Desk desk;

    ListingRulesController(Rulebook rules, Desk desk) {
        this.rules = rules;
        this.desk = desk;
    }

    @GetMapping(PATH)
    Answer newest(Visitor visitor) {
        return show(visitor, PATH, rules.newest());
    }

    @GetMapping(PATH + "/{version}")
    Answer version(@PathVariable String version, Visitor visitor) {
        return number(version)
                .flatMap(rules::version)
                .map(found -> show(visitor, PATH + "/" + found.version(), found))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private Answer show(Visitor visitor, String path, ListingRules shown) {
        return Answer.show(new ListingRulesPage(
                desk.frame(visitor, path),
                shown.version(),
                rules.newest().version(),
                shown.writtenAt(),
                shown.rules(),
                DirectoryPages.LINKS));
    }

    private static Optional<Integer> number(String version) {
        return version.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(version)) : Optional.empty();
    }

    @GetMapping(DESK)
    Answer edit(Visitor visitor) {
        var owner = Desk.owner(visitor);
        return Answer.show(page(visitor, owner, String.join("\n", rules.newest().rules()), FormErrors.none()));
    }

    @PostMapping(DESK)
    Answer write(Form form, Visitor visitor) {
        var owner = Desk.owner(visitor);
        var typed = form.text("rules");
        return switch (rules.write(owner, typed)) {
            case DONE -> Answer.goTo(PATH);
            case SAME -> again(visitor, owner, typed, FieldError.RULES_SAME);
            case NONE, TOO_MANY, UNREADABLE -> again(visitor, owner, typed, FieldError.RULES_INVALID);
        };
    }

    private Answer again(Visitor visitor, Actor owner, String typed, FieldError error) {
        return Answer.again(page(visitor, owner, typed, FormErrors.on("rules", error)));
    }

    private DeskRulesPage page(Visitor visitor, Actor owner, String typed, FormErrors errors) {
        return new DeskRulesPage(
                desk.frame(visitor, DESK), rules.newest().version(), typed, errors, desk.appeals(owner));
    }
}
