// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.complaints;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.ReportContent;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

/** Tells the operators of other servers about somebody there. Safe for any thread that may block. */
public final class Complaints {

    /** Of one complaint, in characters. */
    public static final int LONGEST = ReportContent.LONGEST_TEXT;

    /** Of one team. */
    static final int MOST_A_DAY = 20;

    /** Older ones are forgotten when somebody complains again. */
    static final Duration KEPT = Duration.ofDays(365);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_SHOWN = 100;

    private final ComplaintStore store;
    private final Members members;
    private final People people;
    private final Actors actors;
    private final Addresses addresses;
    private final Outbox outbox;
    private final DomainPolicies policies;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Complaints(
            ComplaintStore store,
            Members members,
            People people,
            Actors actors,
            Addresses addresses,
            Outbox outbox,
            DomainPolicies policies,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.members = members;
        this.people = people;
        this.actors = actors;
        this.addresses = addresses;
        this.outbox = outbox;
        this.policies = policies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the team has told others, the latest first.
     *  @param actor somebody of the team, or the owner of the node */
    public List<Complaint> of(Actor actor, TeamId team) {
        require(actor, team, "read complaints");
        return store.of(team, MOST_SHOWN);
    }

    /**
     * Complains about somebody elsewhere to the operators of their server.
     *
     * @param actor somebody of the team, or the owner of the node
     * @param objects what they wrote; what is not of their server is left out
     * @param words plain text; forms send two characters for the end of a line, of which one counts
     */
    public Complaining send(Actor actor, TeamId team, URI accused, List<URI> objects, String words) {
        require(actor, team, "complain to another server");
        var told = words.replace("\r\n", "\n");
        if (told.length() > LONGEST) {
            return Complaining.TOO_LONG;
        }
        if (policies.standing(String.valueOf(accused.getHost())).suspended()) {
            return Complaining.SERVER_BLOCKED;
        }
        var theirs =
                objects.stream().filter(object -> Origins.same(object, accused)).toList();
        return transactions.execute(_ -> {
            store.lock(team);
            store.forgetBefore(clock.instant().minus(KEPT));
            if (store.countSince(team, clock.instant().minus(DAY)) >= MOST_A_DAY) {
                return Complaining.TOO_MANY;
            }
            return people.inboxOf(accused)
                    .map(inbox -> send(team, accused, theirs, told, inbox))
                    .orElse(Complaining.UNKNOWN_ACCOUNT);
        });
    }

    /** To the inbox of whom it is about: of what arrives at the shared one, not all ask themselves for whom it is. */
    private Complaining send(TeamId team, URI accused, List<URI> objects, String words, URI inbox) {
        var node = actors.node().orElseThrow();
        var id = outbox.nextId();
        var flag = new ReportContent(addresses.activity(id), addresses.of(node), accused, objects, words);
        store.add(new Complaint(id, team, accused, objects, words, clock.instant()));
        var document = JsonMapper.shared().writeValueAsBytes(ActivityWriter.write(flag));
        outbox.send(Actor.SYSTEM, node, id, document, List.of(inbox));
        return Complaining.SENT;
    }

    private void require(Actor actor, TeamId team, String deed) {
        var allowed = switch (actor) {
            case Actor.NodeItself _ -> true;
            case Actor.Anonymous _ -> false;
            case Actor.SignedIn(var account, var nodeOwner) ->
                nodeOwner
                        || members.seatsOf(account).stream()
                                .anyMatch(seat -> seat.team().equals(team));
        };
        if (!allowed) {
            throw new NotAllowedException(actor, deed);
        }
    }
}
