// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.blocks.Block;
import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.Replies;
import live.tributary.node.inbox.ReplyState;
import live.tributary.node.kernel.Actor;
import live.tributary.node.roster.Seat;
import live.tributary.node.team.Members;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ModerationPage;

/** Whom a team and its people keep out, and what they have hidden. */
@Controller
final class ModerationController {

    static final String PATH = "/studio/fediverse/moderation";

    private final Blocks blocks;
    private final StrangersNames names;
    private final Replies replies;
    private final SentReports reports;
    private final Members members;
    private final RemoteFaces faces;
    private final Studio studio;

    ModerationController(
            Blocks blocks,
            StrangersNames names,
            Replies replies,
            SentReports reports,
            Members members,
            RemoteFaces faces,
            Studio studio) {
        this.blocks = blocks;
        this.names = names;
        this.replies = replies;
        this.reports = reports;
        this.members = members;
        this.faces = faces;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer list(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.seat(visitor, team), "", FormErrors.none()));
    }

    /** By a button beside somebody, or by what was typed. */
    @PostMapping(PATH + "/block")
    Answer block(Form form, Visitor visitor) {
        var seat = studio.seatIn(visitor, form.text("team"));
        var typed = form.text("stranger").strip();
        var meant = form.text("account").isEmpty() ? names.read(typed) : ofButton(form.text("account"));
        return switch (meant) {
            case StrangersNames.Meant.Known(var stranger) -> block(visitor, seat, ground(form, seat), stranger, typed);
            case StrangersNames.Meant.Nobody(var why) -> again(visitor, seat, typed, why);
        };
    }

    private static StrangersNames.Meant ofButton(String account) {
        return WebAddress.parse(account)
                .<StrangersNames.Meant>map(id -> new StrangersNames.Meant.Known(new Stranger.Somebody(id)))
                .orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST).because("the form names nobody"));
    }

    private Answer block(Visitor visitor, Seat seat, Ground ground, Stranger stranger, String typed) {
        return switch (blocks.put(visitor.actor(), ground, stranger)) {
            // The button may stand on a page of another team than the one that was chosen.
            case DONE -> Studio.workFor(seat.team(), PATH, visitor);
            case TOO_MANY -> again(visitor, seat, typed, FieldError.STRANGERS_TOO_MANY);
        };
    }

    private Answer again(Visitor visitor, Seat seat, String typed, FieldError why) {
        return Answer.again(page(visitor, seat, typed, FormErrors.on("stranger", why)));
    }

    @PostMapping(PATH + "/unblock")
    Answer unblock(Form form, Visitor visitor) {
        var seat = studio.seatIn(visitor, form.text("team"));
        var ground = ground(form, seat);
        require(blocks.of(visitor.actor(), ground).stream()
                .map(Block::stranger)
                .filter(stranger -> stranger.text().equals(form.text("stranger")))
                .anyMatch(stranger -> blocks.lift(visitor.actor(), ground, stranger)));
        return Studio.workFor(seat.team(), PATH, visitor);
    }

    @PostMapping("/studio/fediverse/replies/show-again")
    Answer showAgain(Form form, Visitor visitor) {
        require(replies.decide(visitor.actor(), form.address("reply"), ReplyState.SHOWN));
        return Answer.goTo(PATH);
    }

    private static void require(boolean done) {
        if (!done) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }

    private static Ground ground(Form form, Seat seat) {
        return Stream.of(ModerationPage.Ground.values())
                .filter(ground -> ground.word().equals(form.text("ground")))
                .findFirst()
                .map(ground -> ground(ground, seat))
                .orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST).because("the form says not out of what"));
    }

    private static Ground ground(ModerationPage.Ground ground, Seat seat) {
        return switch (ground) {
            case TEAM -> new Ground.OfTeam(seat.team().id());
            case OWN -> new Ground.OfMember(seat.team().id(), seat.member().id());
            case NODE -> new Ground.OfNode();
        };
    }

    private static List<ModerationPage.Ground> grounds(Visitor visitor, boolean manages) {
        var ownsNode = visitor.actor() instanceof Actor.SignedIn(var _, var nodeOwner) && nodeOwner;
        return Stream.of(ModerationPage.Ground.values())
                .filter(ground -> switch (ground) {
                    case TEAM -> manages;
                    case OWN -> true;
                    case NODE -> ownsNode;
                })
                .toList();
    }

    private ModerationPage page(Visitor visitor, Seat seat, String typed, FormErrors errors) {
        var manages = members.mayManage(visitor.actor(), seat.team().id());
        var grounds = grounds(visitor, manages);
        return new ModerationPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                grounds.stream()
                        .flatMap(ground -> blocked(visitor, ground(ground, seat)))
                        .toList(),
                manages ? hidden(visitor, seat) : List.of(),
                reports.of(visitor, seat),
                typed,
                errors,
                grounds,
                manages);
    }

    private List<live.tributary.web.page.Reply> hidden(Visitor visitor, Seat seat) {
        return replies.hidden(visitor.actor(), seat.team().id()).stream()
                .map(faces::shown)
                .toList();
    }

    private Stream<ModerationPage.Blocked> blocked(Visitor visitor, Ground ground) {
        return blocks.of(visitor.actor(), ground).stream().map(this::shown);
    }

    private ModerationPage.Blocked shown(Block block) {
        var stranger = switch (block.stranger()) {
            case Stranger.Somebody(var id) -> new ModerationPage.Stranger.Account(id.toString(), faces.of(id));
            case Stranger.Server(var name) -> new ModerationPage.Stranger.Server(name.value());
        };
        var ground = switch (block.ground()) {
            case Ground.OfNode() -> ModerationPage.Ground.NODE;
            case Ground.OfTeam _ -> ModerationPage.Ground.TEAM;
            case Ground.OfMember _ -> ModerationPage.Ground.OWN;
        };
        return new ModerationPage.Blocked(stranger, ground, block.at());
    }
}
