// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.Report;
import live.tributary.node.inbox.Reports;
import live.tributary.web.page.ReportsPage;

/** What moderators of other servers tell the owner of this one. */
@Controller
final class ReportsController {

    private static final String PATH = "/studio/servers/reports";

    private final Reports reports;
    private final Studio studio;

    ReportsController(Reports reports, Studio studio) {
        this.reports = reports;
        this.studio = studio;
    }

    @GetMapping(PATH)
    Answer list(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.ownersSeat(visitor, team);
        return Answer.show(new ReportsPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                reports.open(visitor.actor()).stream()
                        .map(ReportsController::shown)
                        .toList()));
    }

    @PostMapping(PATH + "/close")
    Answer close(Form form, Visitor visitor) {
        if (!reports.close(visitor.actor(), form.address("report"))) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    private static ReportsPage.Report shown(Report report) {
        return new ReportsPage.Report(
                report.id().toString(), report.host(), report.receivedAt(), report.content(), report.objects());
    }
}
