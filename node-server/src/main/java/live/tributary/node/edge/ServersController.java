// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.federation.delivery.Breaker;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.HostReport;
import live.tributary.node.fediverse.KeyRenewals;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.Refusal;
import live.tributary.node.inbox.Refusals;
import live.tributary.web.page.ServersPage;
import live.tributary.web.page.ServersPage.Due;
import live.tributary.web.page.ServersPage.Standing;

/** What other servers get from this node, and what of theirs it turned away; for its owner. */
@Controller
final class ServersController {

    private static final String PATH = "/studio/servers";

    /** A page that is read by a person. */
    private static final int MOST_REFUSALS = 100;

    private final Deliveries deliveries;
    private final Refusals refusals;
    private final KeyRenewals keys;
    private final Studio studio;

    ServersController(Deliveries deliveries, Refusals refusals, KeyRenewals keys, Studio studio) {
        this.deliveries = deliveries;
        this.refusals = refusals;
        this.keys = keys;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer list(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.ownersSeat(visitor, team);
        return Answer.show(new ServersPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                deliveries.byHost(visitor.actor()).stream()
                        .map(ServersController::host)
                        .toList(),
                refusals.recent().stream()
                        .limit(MOST_REFUSALS)
                        .map(ServersController::refusal)
                        .toList(),
                MovingPages.shown(keys.report())));
    }

    @PostMapping(PATH + "/hosts/retry")
    Answer retry(Form form, Visitor visitor) {
        deliveries.retry(visitor.actor(), form.text("host"));
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/hosts/drop")
    Answer drop(Form form, Visitor visitor) {
        deliveries.drop(visitor.actor(), form.text("host"));
        return Answer.goTo(PATH);
    }

    /** New keys for the node and everybody on it. */
    @PostMapping(PATH + "/keys")
    Answer renewKeys(Visitor visitor) {
        keys.ask(visitor.actor());
        return Answer.goTo(PATH);
    }

    private static ServersPage.Host host(HostReport report) {
        return new ServersPage.Host(
                report.host(),
                report.queued(),
                report.arrived(),
                report.lost(),
                standing(report),
                due(report.breaker()),
                report.lastAnswer());
    }

    private static Standing standing(HostReport report) {
        return switch (report.breaker()) {
            case Breaker.Closed _ -> report.queued() == 0 ? Standing.REACHED : Standing.SENDING;
            case Breaker.Open _ -> Standing.PAUSED;
            case Breaker.Gone _ -> Standing.GIVEN_UP;
        };
    }

    private static Due due(Breaker breaker) {
        return switch (breaker) {
            case Breaker.Closed _ -> new Due.Soon();
            case Breaker.Open(var _, var probeAt) -> new Due.At(probeAt);
            case Breaker.Gone(var _, var probeAt) -> new Due.At(probeAt);
        };
    }

    private static ServersPage.Refusal refusal(Refusal refusal) {
        return new ServersPage.Refusal(refusal.at(), refusal.source(), refusal.because());
    }
}
