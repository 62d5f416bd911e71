// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import live.tributary.node.complaints.Complaint;
import live.tributary.node.complaints.Complaints;
import live.tributary.node.fediverse.Deliveries;
import live.tributary.node.fediverse.Progress;
import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.ModerationPage.Delivery;
import live.tributary.web.page.ModerationPage.Sent;

/** What a team told other servers, as its page shows it. */
final class SentReports {

    private final Complaints complaints;
    private final Deliveries deliveries;
    private final RemoteFaces faces;

    SentReports(Complaints complaints, Deliveries deliveries, RemoteFaces faces) {
        this.complaints = complaints;
        this.deliveries = deliveries;
        this.faces = faces;
    }

    List<Sent> of(Visitor visitor, Seat seat) {
        return complaints.of(visitor.actor(), seat.team().id()).stream()
                .map(this::shown)
                .toList();
    }

    private Sent shown(Complaint complaint) {
        var progress = deliveries.progress(complaint.id());
        return new Sent(
                faces.of(complaint.accused()),
                complaint.at(),
                complaint.words(),
                progress.map(SentReports::delivery).orElse(Delivery.FORGOTTEN),
                progress.map(Progress::lastAnswer).orElse(""));
    }

    private static Delivery delivery(Progress progress) {
        return switch (progress.state()) {
            case WAITING -> Delivery.WAITING;
            case ARRIVED -> Delivery.ARRIVED;
            case LOST -> Delivery.LOST;
        };
    }
}
