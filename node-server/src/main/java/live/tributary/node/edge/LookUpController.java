// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.federation.webfinger.Handle;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.LookUpPage;
import live.tributary.web.page.LookUpPage.Step;

/** Says what is wrong with an address on another server; for the owner of the node. */
@Controller
final class LookUpController {

    private static final String PATH = "/studio/servers/look-up";

    private final RemoteCheck.Clients clients;
    private final DomainPolicies policies;
    private final Studio studio;

    LookUpController(RemoteCheck.Clients clients, DomainPolicies policies, Studio studio) {
        this.clients = clients;
        this.policies = policies;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer form(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        return Answer.show(page(visitor, studio.ownersSeat(visitor, team), "", FormErrors.none(), List.of()));
    }

    @PostMapping(PATH)
    Answer ask(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.ownersSeat(visitor, team);
        var typed = form.text("address").strip();
        return Handle.parse(typed)
                .map(this::check)
                .or(() -> address(typed).map(this::check))
                .map(steps -> Answer.show(page(visitor, seat, typed, FormErrors.none(), steps)))
                .orElseGet(() -> Answer.again(
                        page(visitor, seat, typed, FormErrors.on("address", FieldError.LOOK_UP_INVALID), List.of())));
    }

    private List<Step> check(Handle handle) {
        var host = handle.host().replaceFirst(":\\d+$", "");
        return isBlocked(host) ? RemoteCheck.blocked(host) : new RemoteCheck(clients).of(handle);
    }

    private List<Step> check(URI address) {
        return isBlocked(address.getHost())
                ? RemoteCheck.blocked(address.getHost())
                : new RemoteCheck(clients).of(address);
    }

    private boolean isBlocked(String host) {
        return policies.standing(host).suspended();
    }

    private static Optional<URI> address(String typed) {
        try {
            var address = new URI(typed);
            return address.getScheme() == null || address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private LookUpPage page(Visitor visitor, Seat seat, String address, FormErrors errors, List<Step> steps) {
        return new LookUpPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                address,
                errors,
                steps);
    }
}
