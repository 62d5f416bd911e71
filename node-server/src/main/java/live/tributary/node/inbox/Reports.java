// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Flag;
import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

/** What moderators elsewhere tell the operator of this node. Safe for any thread that may block. */
public final class Reports {

    private static final int MOST_SHOWN = 200;

    private static final int MOST_OBJECTS = 50;

    /** Of one domain, however many hosts it has: more would hide what others report. */
    static final int MOST_OPEN = 50;

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final ReportStore store;
    private final DomainPolicies policies;
    private final URI ourOrigin;
    private final InstantSource clock;

    Reports(ReportStore store, DomainPolicies policies, URI ourOrigin, InstantSource clock) {
        this.store = store;
        this.policies = policies;
        this.ourOrigin = ourOrigin;
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
        if (store.openOf(Domains.of(received.host())) >= MOST_OPEN) {
            return "too many reports from there are open";
        }
        var text = flag.text();
        store.add(new Report(
                received.id(),
                received.host(),
                received.actor(),
                Stream.concat(flag.objects().stream(), namedIn(text))
                        .distinct()
                        .limit(MOST_OBJECTS)
                        .toList(),
                text.substring(0, Math.min(text.length(), Report.MAX_CONTENT)),
                received.receivedAt()));
        return "filed for the operator";
    }

    /** Misskey names only the account as its object, and writes the addresses of posts into the text. */
    private Stream<URI> namedIn(String text) {
        return ADDRESS.matcher(text)
                .results()
                .flatMap(found -> WebAddress.parse(found.group()).stream())
                .filter(address -> Origins.same(address, ourOrigin));
    }

    private static void require(Actor actor, String deed) {
        switch (actor) {
            case Actor.NodeItself _ -> {}
            case Actor.SignedIn(var _, var nodeOwner) when nodeOwner -> {}
            case Actor.SignedIn _, Actor.Anonymous _ -> throw new NotAllowedException(actor, deed);
        }
    }
}
