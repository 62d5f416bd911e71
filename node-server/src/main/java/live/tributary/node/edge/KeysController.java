// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.broadcast.KeyLabel;
import live.tributary.node.broadcast.KeyUse;
import live.tributary.node.broadcast.StreamKeyFacts;
import live.tributary.node.broadcast.StreamKeys;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.StreamKeyId;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.KeysPage;

/** A member's stream keys. */
@Controller
final class KeysController {

    private final StreamKeys keys;
    private final Studio studio;
    private final IngestAddress ingest;
    private final Reveals reveals;

    KeysController(StreamKeys keys, Studio studio, IngestAddress ingest, Reveals reveals) {
        this.keys = keys;
        this.studio = studio;
        this.ingest = ingest;
        this.reveals = reveals;
    }

    @GetMapping("/studio/keys")
    Answer list(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.seat(visitor, team), "", FormErrors.none()));
    }

    @PostMapping("/studio/keys")
    Answer make(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var typed = form.text("label");
        var label = KeyLabel.parse(typed);
        if (label.isEmpty()) {
            var error = FormErrors.on("label", FieldError.LABEL_INVALID);
            return Answer.again(page(visitor, seat, typed, error));
        }
        var issued = keys.issue(visitor.actor(), seat.channel().id(), label.get());
        reveals.keep(visitor.actor(), Reveals.Kind.STREAM_KEY, issued.key().value());
        return Answer.goTo("/studio/keys");
    }

    @PostMapping("/studio/keys/{key}/revoke")
    Answer revoke(@PathVariable String key, Visitor visitor) {
        if (StreamKeyId.parse(key)
                .filter(id -> keys.revoke(visitor.actor(), id))
                .isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo("/studio/keys");
    }

    private KeysPage page(Visitor visitor, Seat seat, String label, FormErrors errors) {
        return new KeysPage(
                studio.frame(visitor, "/studio/keys", seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                ingest.of(visitor),
                keys.of(visitor.actor(), seat.channel().id()).stream()
                        .map(KeysController::row)
                        .toList(),
                reveals.take(visitor.actor(), Reveals.Kind.STREAM_KEY),
                label,
                errors);
    }

    private static KeysPage.Key row(StreamKeyFacts key) {
        return new KeysPage.Key(key.id().toString(), key.label().value(), key.createdAt(), lastUse(key.use()));
    }

    private static KeysPage.LastUse lastUse(KeyUse use) {
        return switch (use) {
            case KeyUse.Never() -> new KeysPage.LastUse.Never();
            case KeyUse.Last(var at) -> new KeysPage.LastUse.At(at);
        };
    }
}
