// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading;
import live.tributary.federation.vocab.Join;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.RingStop;

/** Votes about teams that want to join a ring: what members of a ring of ours say, and what a ring elsewhere asks ours. */
final class RingPolls {

    private final RingStore rings;
    private final BallotStore ballots;
    private final Chair chair;
    private final RingsProperties properties;
    private final InstantSource clock;

    RingPolls(RingStore rings, BallotStore ballots, Chair chair, RingsProperties properties, InstantSource clock) {
        this.rings = rings;
        this.ballots = ballots;
        this.chair = chair;
        this.properties = properties;
        this.clock = clock;
    }

    /** A member of a ring of ours says whether somebody is to be taken in. */
    void voted(URI voter, Reference object, boolean yes) {
        var meant = join(object).map(Join::object);
        object.id().stream()
                .flatMap(join -> ballots.asked(join).stream())
                .filter(application -> meant.isEmpty() || meant.get().equals(application.ring()))
                .sorted(Comparator.comparing(RingApplication::ring))
                .forEach(application -> chair.hosted(application.ring())
                        .ifPresent(ring -> chair.votes(ring, application.applicant(), voter, yes)));
    }

    /** A ring elsewhere asks its members about somebody. */
    void announced(URI actor, Reference object) {
        join(object)
                .filter(join -> join.object().equals(actor))
                .ifPresent(join -> rings.find(actor)
                        .filter(ring -> !ring.hosted())
                        .filter(_ -> ballots.of(actor).size() < properties.mostApplications())
                        .ifPresent(ring -> ballots.put(application(ring, join))));
    }

    private static Optional<Join> join(Reference object) {
        return object instanceof Reference.Embedded(var _, var document)
                        && ActivityReader.read(document) instanceof ActivityReading.Understood(Join join)
                ? Optional.of(join)
                : Optional.empty();
    }

    private RingApplication application(Ring ring, Join join) {
        var applicant = RingMember.unread(new RingStop.Team(join.envelope().actor()));
        var now = clock.instant();
        return new RingApplication(
                ring.actor(),
                applicant.address(),
                join.envelope().id(),
                applicant.name(),
                applicant.page(),
                applicant.inbox(),
                now,
                now.plus(properties.votingTime()),
                true);
    }

    /** A ring has answered whoever asked by this Join. */
    void answered(URI ring, URI join) {
        ballots.asked(join).stream()
                .filter(application -> application.ring().equals(ring))
                .forEach(application -> close(ring, application.applicant()));
    }

    /** The team wants to join no more, or is in. */
    void close(URI ring, URI applicant) {
        ballots.remove(ring, applicant);
    }
}
