// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Secret;
import live.tributary.node.removals.Removal;
import live.tributary.node.removals.Removals;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.StatementPage;
import live.tributary.web.page.StatementPage.Task;

/** What a team that was taken off reads by the link that it was sent, and where it objects. */
@Controller
final class StatementController {

    private static final String PATH = DirectoryPages.ROOT + "/statements/";

    private final Removals removals;
    private final Frames frames;
    private final InstantSource clock;

    StatementController(Removals removals, Frames frames, InstantSource clock) {
        this.removals = removals;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping(PATH + "{link}")
    Answer show(@PathVariable String link, Visitor visitor) {
        var secret = secret(link);
        return Answer.secret(page(visitor, secret, find(secret), "", FormErrors.none()));
    }

    @PostMapping(PATH + "{link}")
    Answer appeal(@PathVariable String link, Form form, Visitor visitor) {
        var secret = secret(link);
        var words = form.text("appeal");
        return switch (removals.appeal(visitor.actor(), secret, words)) {
            case DONE -> Answer.goTo(PATH + secret.value());
            case NO_WORDS ->
                new Answer.Secret(
                        page(visitor, secret, find(secret), words, FormErrors.on("appeal", FieldError.APPEAL_INVALID)),
                        422);
            case UNKNOWN -> throw Problem.of(Problem.Kind.NOT_FOUND);
            case NOT_NOW -> throw Problem.of(Problem.Kind.CONFLICT);
        };
    }

    private static Secret secret(String link) {
        return Secret.parse(link).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private Removal find(Secret link) {
        return removals.find(link).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    /** The address of the page in its head says nothing: it is the secret. */
    private StatementPage page(Visitor visitor, Secret link, Removal removal, String words, FormErrors errors) {
        Task task = removal.isAppealable(clock.instant()) ? new Task.Appeal(PATH + link.value()) : new Task.Nothing();
        return new StatementPage(frames.of(visitor, PATH), Statements.of(removal), task, words, errors, 0);
    }
}
