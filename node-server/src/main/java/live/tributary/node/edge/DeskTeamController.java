// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.Directory.Taken;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.Reruns;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.removals.Grounds;
import live.tributary.node.removals.Rulebook;
import live.tributary.node.removals.Term;
import live.tributary.node.vouches.Vouches;
import live.tributary.web.page.DeskTeamPage;
import live.tributary.web.page.DeskTeamPage.RemovalForm;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;

/** One team of a directory, for its owner, who may take it off by a rule. */
@Controller
final class DeskTeamController {

    private static final String PATH = Desk.ROOT + "/team";
    private static final String LOOKED = PATH + "/looked";

    private final Directory directory;
    private final LiveBoard board;
    private final Vouches vouches;
    private final Reruns reruns;
    private final Rulebook rules;
    private final Desk desk;

    DeskTeamController(
            Directory directory, LiveBoard board, Vouches vouches, Reruns reruns, Rulebook rules, Desk desk) {
        this.directory = directory;
        this.board = board;
        this.vouches = vouches;
        this.reruns = reruns;
        this.rules = rules;
        this.desk = desk;
    }

    static String path(URI team) {
        return PATH + "?id=" + URLEncoder.encode(team.toString(), StandardCharsets.UTF_8);
    }

    @GetMapping(PATH)
    Answer show(@RequestParam(defaultValue = "") String id, Visitor visitor) {
        var owner = Desk.owner(visitor);
        return Answer.show(page(visitor, owner, id, RemovalForm.empty()));
    }

    @PostMapping(PATH)
    Answer remove(Form form, Visitor visitor) {
        var owner = Desk.owner(visitor);
        var team = form.text("team");
        var typed = typed(form);
        var grounds = new Grounds(typed.rule(), Term.valueOf(typed.term().name()), typed.reasons(), typed.fraud());
        return switch (directory.remove(owner, form.address("team"), grounds)) {
            case Taken.Off(var removal) -> Answer.goTo(DeskRemovalsController.path(removal));
            case Taken.NoSuchRule _ -> again(visitor, owner, team, typed, "rule", FieldError.RULE_MISSING);
            case Taken.NoReasons _ -> again(visitor, owner, team, typed, "reasons", FieldError.REASONS_INVALID);
            case Taken.NotThere _ -> throw Problem.of(Problem.Kind.NOT_FOUND);
        };
    }

    /** Somebody had a look at what may be a rerun; pressed twice, it is done all the same. */
    @PostMapping(LOOKED)
    Answer looked(Form form, Visitor visitor) {
        var owner = Desk.owner(visitor);
        var team = form.address("team");
        reruns.looked(owner, team);
        return Answer.goTo(path(team));
    }

    private Answer again(Visitor visitor, Actor owner, String team, RemovalForm typed, String field, FieldError error) {
        var errors = new FormErrors(Map.of(field, error));
        var form = new RemovalForm(typed.rule(), typed.term(), typed.reasons(), typed.fraud(), errors);
        return Answer.again(page(visitor, owner, team, form));
    }

    private static RemovalForm typed(Form form) {
        var rule = form.text("rule").matches("\\d{1,3}") ? Integer.parseInt(form.text("rule")) : 0;
        return new RemovalForm(
                rule, term(form.text("term")), form.text("reasons"), form.ticked("fraud"), FormErrors.none());
    }

    private static DeskTeamPage.Term term(String word) {
        return Stream.of(DeskTeamPage.Term.values())
                .filter(term -> term.value().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST).because("the form names no term"));
    }

    private DeskTeamPage page(Visitor visitor, Actor owner, String id, RemovalForm form) {
        var kept = new KeptTeams(owner, directory, board, vouches, reruns);
        var team = directory.known(owner).stream()
                .filter(group -> group.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        return new DeskTeamPage(
                desk.frame(visitor, PATH), kept.of(team), rules.newest().rules(), form, desk.appeals(owner));
    }
}
