// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.Title;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.ViewersElsewhere;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.AboutForm;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.OnAirPage;

/** The studio while streaming. */
@Controller
final class StudioController {

    private final Broadcasts broadcasts;
    private final Studio studio;
    private final Airs airs;
    private final EncoderWords encoders;
    private final HealthPages health;
    private final ViewersElsewhere elsewhere;

    StudioController(
            Broadcasts broadcasts,
            Studio studio,
            Airs airs,
            EncoderWords encoders,
            HealthPages health,
            ViewersElsewhere elsewhere) {
        this.broadcasts = broadcasts;
        this.studio = studio;
        this.airs = airs;
        this.encoders = encoders;
        this.health = health;
        this.elsewhere = elsewhere;
    }

    @GetMapping("/studio")
    Answer onAir(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        if (studio.unfinished(visitor)) {
            return Answer.goTo("/setup/team");
        }
        var seat = studio.seat(visitor, team);
        return Answer.show(page(visitor, seat, seat.channel().title().value(), FormErrors.none(), about(seat)));
    }

    @PostMapping("/studio/title")
    Answer rename(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var typed = form.text("title");
        var title = Title.parse(typed);
        if (title.isEmpty()) {
            var error = FormErrors.on("title", FieldError.TITLE_INVALID);
            return Answer.again(page(visitor, seat, typed, error, about(seat)));
        }
        broadcasts.rename(visitor.actor(), seat.channel().id(), title.get());
        return Answer.goTo("/studio");
    }

    @PostMapping("/studio/about")
    Answer describe(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return switch (AboutFields.read(form)) {
            case AboutFields.Good(var about) -> {
                broadcasts.describe(visitor.actor(), seat.channel().id(), about);
                yield Answer.goTo("/studio");
            }
            case AboutFields.Bad(var typed) -> {
                var title = seat.channel().title().value();
                yield Answer.again(page(visitor, seat, title, FormErrors.none(), typed));
            }
        };
    }

    @PostMapping("/studio/end")
    Answer end(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var channel = studio.seat(visitor, team).channel().id();
        broadcasts
                .current(channel)
                .ifPresent(broadcast -> broadcasts.end(visitor.actor(), broadcast.id(), EndReason.ENDED_BY_HAND));
        return Answer.goTo("/studio");
    }

    private static AboutForm about(Seat seat) {
        return AboutFields.filled(seat.channel().about());
    }

    private OnAirPage page(Visitor visitor, Seat seat, String title, FormErrors errors, AboutForm about) {
        var channel = seat.channel().id();
        return new OnAirPage(
                studio.frame(visitor, "/studio", seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                channel.value(),
                airs.of(channel),
                health.now(channel),
                elsewhere.of(channel),
                health.last(visitor.actor(), channel),
                encoders.refused(channel, visitor.transport().client()),
                title,
                errors,
                about);
    }
}
