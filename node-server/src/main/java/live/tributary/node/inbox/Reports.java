// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import live.tributary.federation.vocab.Flag;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

/** What moderators elsewhere tell the operator of this node. Safe for any thread that may block. */
public final class Reports {

    private static final int MOST_SHOWN = 200;

    private static final int MOST_OBJECTS = 50;

    /** Of one host: more would hide what others report. */
    static final int MOST_OPEN = 50;

    private final ReportStore store;
    private final DomainPolicies policies;
    private final InstantSource clock;

    Reports(ReportStore store, DomainPolicies policies, InstantSource clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /** Those that nobody has closed, the oldest first.
     *  @param actor the owner of the node */
    public List<Report> open(Actor actor) {
        require(actor, "read reports");
        return store.open(MOST_SHOWN);
    }

    /** Puts a report away; false where it was, or there is none.
     *  @param actor the owner of the node */
    public boolean close(Actor actor, URI report) {
        require(actor, "close a report");
        return store.close(report, clock.instant());
    }

    String file(Received received, Flag flag) {
        if (policies.standing(received.actor().getHost()).rejectReports()) {
            return "reports from there are refused";
        }
        if (store.openOf(received.host()) >= MOST_OPEN) {
            return "too many reports from there are open";
        }
        var text = flag.text();
        store.add(new Report(
                received.id(),
                received.host(),
                received.actor(),
                flag.objects().stream().limit(MOST_OBJECTS).toList(),
                text.substring(0, Math.min(text.length(), Report.MAX_CONTENT)),
                received.receivedAt()));
        return "filed for the operator";
    }

    private static void require(Actor actor, String deed) {
        switch (actor) {
            case Actor.NodeItself _ -> {}
            case Actor.SignedIn(var _, var nodeOwner) when nodeOwner -> {}
            case Actor.SignedIn _, Actor.Anonymous _ -> throw new NotAllowedException(actor, deed);
        }
    }
}
