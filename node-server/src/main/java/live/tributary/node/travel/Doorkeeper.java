// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.handoff.HandoffHash;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.Raids;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Followings;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingMates;

/** Decides whether a raft may come, by what the team said before. Any thread that may block. */
final class Doorkeeper {

    /** Of one host to one team: who is let in again and again is let in by nobody's choice. */
    static final Duration BETWEEN_HOSTS_CHOICES = Duration.ofMinutes(5);

    private final PolicyStore policies;
    private final VisitStore visits;
    private final HandoffStore handoffs;
    private final Attendance attendance;
    private final Videos videos;
    private final TakenBack takenBack;
    private final RingMates rings;
    private final Followings followings;
    private final Downstream downstream;
    private final TravelProperties properties;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Doorkeeper(
            PolicyStore policies,
            VisitStore visits,
            HandoffStore handoffs,
            Attendance attendance,
            Videos videos,
            TakenBack takenBack,
            RingMates rings,
            Followings followings,
            Downstream downstream,
            TravelProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        this.policies = policies;
        this.visits = visits;
        this.handoffs = handoffs;
        this.attendance = attendance;
        this.videos = videos;
        this.takenBack = takenBack;
        this.rings = rings;
        this.followings = followings;
        this.downstream = downstream;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whether it is let in; then its places are held.
     *
     * @param sender as its own document says
     * @param key with which it proved that it asks
     */
    boolean lets(Request request, Visit.Sender sender, VerifyingKey key) {
        var team = request.team();
        if (downstream.keepsOut(team, request.actor())
                || handoffs.hasSentTo(team, request.wish().origin())) {
            return false;
        }
        boolean let = transactions.execute(_ -> {
            var policy = policies.lock(team);
            var now = clock.instant();
            var standing = standing(team, request.actor());
            var honest = honest(request, standing);
            return isOnAir(honest)
                    && isOpen(policy, honest, standing, now)
                    && hasRoom(policy, honest, standing, now)
                    && visits.add(visit(honest, sender, key, now));
        });
        return let && !isTakenBack(request);
    }

    /** That there is an intermission nobody can look up: of a stranger it is what a host says. */
    private static Request honest(Request request, Standing standing) {
        return standing == Standing.STRANGER && request.wish().kind() == HandoffKind.INTERMISSION
                ? request.named(HandoffKind.HOST)
                : request;
    }

    /** Looked at under the lock: whoever ends it looks for the places of this raft after it. */
    private boolean isOnAir(Request request) {
        return videos.find(request.video())
                .filter(video -> video.life() instanceof Life.Live)
                .isPresent();
    }

    /** Looked at when others see the places: whoever takes it back now frees them. */
    private boolean isTakenBack(Request request) {
        boolean back = takenBack.has(request.offer(), request.actor());
        if (back) {
            visits.release(request.offer(), request.actor(), clock.instant());
        }
        return back;
    }

    private boolean isOpen(Policy policy, Request request, Standing standing, Instant now) {
        return !policy.shield()
                && isWelcome(policy, standing)
                && !policies.isShut(request.team(), request.actor(), now)
                && (request.wish().kind() != HandoffKind.HOST || mayHostSend(policy, request, standing, now));
    }

    private static boolean isWelcome(Policy policy, Standing standing) {
        return switch (policy.raids()) {
            case EVERYONE -> true;
            case FOLLOWING -> standing != Standing.STRANGER;
            case RING -> standing == Standing.RING || standing == Standing.FRIEND;
            case NOBODY, UNSAID -> false;
        };
    }

    /** Whoever wants to harm a team sends everybody there at once. */
    private boolean mayHostSend(Policy policy, Request request, Standing standing, Instant now) {
        var hash = HandoffHash.of(request.wish().raft().handoff());
        return (standing != Standing.STRANGER || (policy.anyHost() && policy.raids() == Raids.EVERYONE))
                && !visits.hasHostSent(request.team(), request.actor(), hash, now.minus(BETWEEN_HOSTS_CHOICES));
    }

    private boolean hasRoom(Policy policy, Request request, Standing standing, Instant now) {
        if (request.wish().kind() == HandoffKind.HOST && standing == Standing.FRIEND) {
            return true;
        }
        int own = visits.promised(request.team(), request.wish().raft(), now);
        var room = attendance.room(request.team(), policy, now).without(own);
        int size = request.wish().size();
        return room.fits(size)
                && (standing.isTrusted()
                        || room.fitsOfOneServer(
                                size,
                                visits.promised(request.team(), request.actor(), now) - own,
                                properties.partOfOneServer()));
    }

    private Standing standing(TeamId team, URI actor) {
        if (policies.friends(team).contains(actor)) {
            return Standing.FRIEND;
        }
        if (rings.mates(team).contains(actor)) {
            return Standing.RING;
        }
        return followings.follows(team, actor) ? Standing.FOLLOWED : Standing.STRANGER;
    }

    private Visit visit(Request request, Visit.Sender sender, VerifyingKey key, Instant now) {
        var wish = request.wish();
        return new Visit(
                HandoffHash.of(wish.raft().handoff()),
                wish.raft().number(),
                request.team(),
                request.video(),
                sender,
                wish.origin(),
                wish.raft().handoff(),
                request.offer(),
                wish.kind(),
                wish.size(),
                key.toMultibase(),
                now,
                now.plus(properties.heldFor()));
    }
}
