// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.UuidV7;
import live.tributary.node.removals.Removal;
import live.tributary.node.removals.Removals;
import live.tributary.web.page.DeskRemovalsPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.StatementPage;
import live.tributary.web.page.StatementPage.Task;

/** Whom a directory took off, for its owner, who answers their appeals. */
@Controller
final class DeskRemovalsController {

    private static final String PATH = Desk.ROOT + "/removals";

    private final Removals removals;
    private final Desk desk;

    DeskRemovalsController(Removals removals, Desk desk) {
        this.removals = removals;
        this.desk = desk;
    }

    static String path(Removal removal) {
        return PATH + "/" + removal.id();
    }

    @GetMapping(PATH)
    Answer list(Visitor visitor) {
        var owner = Desk.owner(visitor);
        return Answer.show(new DeskRemovalsPage(
                desk.frame(visitor, PATH),
                removals.all(owner).stream().map(DeskRemovalsController::row).toList(),
                desk.appeals(owner)));
    }

    private static DeskRemovalsPage.Row row(Removal removal) {
        return new DeskRemovalsPage.Row(
                path(removal),
                Statements.name(removal),
                removal.subject().host(),
                removal.rule(),
                removal.at(),
                Statements.kind(removal.standing()));
    }

    @GetMapping(PATH + "/{id}")
    Answer show(@PathVariable String id, Visitor visitor) {
        var owner = Desk.owner(visitor);
        return Answer.show(page(visitor, owner, find(owner, id), "", FormErrors.none()));
    }

    @PostMapping(PATH + "/{id}")
    Answer answer(@PathVariable String id, Form form, Visitor visitor) {
        var owner = Desk.owner(visitor);
        var removal = find(owner, id);
        var words = form.text("reasons");
        return switch (answer(owner, removal.id(), form.text("answer"), words)) {
            case DONE -> Answer.goTo(path(removal));
            case NO_WORDS ->
                Answer.again(
                        page(visitor, owner, removal, words, FormErrors.on("reasons", FieldError.REASONS_INVALID)));
            case UNKNOWN -> throw Problem.of(Problem.Kind.NOT_FOUND);
            case NOT_NOW -> throw Problem.of(Problem.Kind.CONFLICT);
        };
    }

    private Removals.Outcome answer(Actor owner, UUID id, String answer, String words) {
        return switch (answer) {
            case "put-back" -> removals.putBack(owner, id, words);
            case "uphold" -> removals.uphold(owner, id, words);
            default -> throw Problem.of(Problem.Kind.BAD_REQUEST).because("the form names no answer");
        };
    }

    private Removal find(Actor owner, String id) {
        return UuidV7.parse(id)
                .flatMap(known -> removals.find(owner, known))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private StatementPage page(Visitor visitor, Actor owner, Removal removal, String words, FormErrors errors) {
        var frame = desk.frame(visitor, path(removal));
        return new StatementPage(frame, Statements.of(removal), task(removal), words, errors, desk.appeals(owner));
    }

    private static Task task(Removal removal) {
        return switch (removal.standing()) {
            case REMOVED, UPHELD -> new Task.Answer(path(removal), false);
            case APPEALED -> new Task.Answer(path(removal), true);
            case PUT_BACK -> new Task.Kept();
        };
    }
}
