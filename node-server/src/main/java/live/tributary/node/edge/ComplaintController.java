// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.complaints.Complaints;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.People;
import live.tributary.node.inbox.Replies;
import live.tributary.node.inbox.Reply;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ReportPage;

/** Where people of a team tell another server about somebody there. */
@Controller
final class ComplaintController {

    private static final String PATH = ModerationController.PATH + "/report";

    private final Complaints complaints;
    private final Replies replies;
    private final People people;
    private final RemoteFaces faces;
    private final Studio studio;

    ComplaintController(Complaints complaints, Replies replies, People people, RemoteFaces faces, Studio studio) {
        this.complaints = complaints;
        this.replies = replies;
        this.people = people;
        this.faces = faces;
        this.studio = studio;
    }

    /** Whom it is about, and what they wrote. */
    private record About(URI account, List<Reply> replies) {

        List<URI> objects() {
            return replies.stream().map(Reply::id).toList();
        }
    }

    /** @param reply what they wrote, if it is about that
     *  @param team handle of the team on whose page the link stood */
    @GetMapping(PATH)
    Answer form(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(defaultValue = "") String team,
            Visitor visitor) {
        var seat = studio.seatIn(visitor, team);
        return Answer.show(page(visitor, seat, about(account, reply, seat), "", FormErrors.none()));
    }

    @PostMapping(PATH)
    Answer send(Form form, Visitor visitor) {
        var seat = studio.seatIn(visitor, form.text("team"));
        var about = about(form.text("account"), form.text("reply"), seat);
        var words = form.text("words").strip();
        var trouble = words.isEmpty() ? Optional.of(FieldError.WORDS_INVALID) : send(visitor, seat, about, words);
        return trouble.map(why -> Answer.again(page(visitor, seat, about, words, FormErrors.on("words", why))))
                .orElseGet(() -> Studio.workFor(seat.team(), ModerationController.PATH, visitor));
    }

    private Optional<FieldError> send(Visitor visitor, Seat seat, About about, String words) {
        var team = seat.team().id();
        return switch (complaints.send(visitor.actor(), team, about.account(), about.objects(), words)) {
            case SENT -> Optional.empty();
            case TOO_LONG -> Optional.of(FieldError.WORDS_INVALID);
            case UNKNOWN_ACCOUNT -> Optional.of(FieldError.STRANGER_UNKNOWN);
            case SERVER_BLOCKED -> Optional.of(FieldError.SERVER_BLOCKED);
            case TOO_MANY -> Optional.of(FieldError.REPORTS_TOO_MANY);
        };
    }

    private About about(String account, String reply, Seat seat) {
        var somebody = WebAddress.parse(account).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        var written = reply.isEmpty()
                ? Optional.<Reply>empty()
                : replies.find(Form.toAddress(reply), seat.team().id())
                        .filter(found -> found.author().equals(somebody));
        return new About(somebody, written.stream().toList());
    }

    private ReportPage page(Visitor visitor, Seat seat, About about, String words, FormErrors errors) {
        var somebody = people.find(about.account());
        return new ReportPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                about.account().toString(),
                faces.of(about.account()),
                somebody.host(),
                about.replies().stream().map(faces::shown).toList(),
                words,
                errors);
    }
}
