// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.federation.http.Origins;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.TravelOffer;
import live.tributary.federation.vocab.outgoing.AcceptTravel;
import live.tributary.federation.vocab.outgoing.RejectTravel;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.inbox.Domains;
import live.tributary.node.inbox.Provers;
import live.tributary.node.inbox.StrangersText;
import live.tributary.node.kernel.TokenBuckets;

/** Answers rafts that want to come, before the five seconds are over. Asks their server who they are; never in a transaction. */
final class Porter {

    private static final Logger log = LoggerFactory.getLogger(Porter.class);

    /** A question that was under way for longer waits for no answer any more, even if clocks differ. */
    private static final Duration TOO_OLD = Duration.ofMinutes(1);

    /** Of one domain: more is a flood. */
    static final int MOST_A_MINUTE = 120;

    private static final int LONGEST_NAME = 100;

    private final Doorkeeper doorkeeper;
    private final Surveys surveys;
    private final Pretexts pretexts;
    private final Provers provers;
    private final Actors actors;
    private final Videos videos;
    private final Addresses addresses;
    private final Letters letters;
    private final InstantSource clock;
    private final TokenBuckets pace =
            new TokenBuckets(MOST_A_MINUTE, MOST_A_MINUTE, Duration.ofMinutes(1), System::nanoTime);

    Porter(
            Doorkeeper doorkeeper,
            Surveys surveys,
            Pretexts pretexts,
            Provers provers,
            Actors actors,
            Videos videos,
            Addresses addresses,
            Letters letters,
            InstantSource clock) {
        this.doorkeeper = doorkeeper;
        this.surveys = surveys;
        this.pretexts = pretexts;
        this.provers = provers;
        this.actors = actors;
        this.videos = videos;
        this.addresses = addresses;
        this.letters = letters;
        this.clock = clock;
    }

    /** Answers a team elsewhere. */
    void answer(Offer offer, TravelOffer wish) {
        var envelope = offer.envelope();
        if (clock.instant().isAfter(wish.until().plus(TOO_OLD)) || !hears(envelope.actor())) {
            return;
        }
        group(wish.target())
                .ifPresent(group -> surveys.team(envelope.actor()).ifPresent(sender -> {
                    var from = new Visit.Sender(
                            sender.id(),
                            sender.inbox(),
                            StrangersText.line(sender.displayName(), LONGEST_NAME),
                            sender.link(ActorLink.PAGE)
                                    .filter(page -> Origins.same(page, sender.id()))
                                    .orElse(sender.id()));
                    boolean yes = provers.of(offer)
                            .filter(_ -> isTheirs(sender.id(), wish))
                            .filter(key -> lets(envelope.id(), group, pretexts.honest(wish), from, key))
                            .isPresent();
                    say(group, from.actor(), from.inbox(), envelope.id(), yes);
                    log.info(
                            "hand-off asked team={} source={} kind={} size={} yes={}",
                            group.team(),
                            sender.id(),
                            wish.kind(),
                            wish.size(),
                            yes);
                }));
    }

    /** Whether the domain of this team has not asked too often. Names below a domain cost nothing. */
    boolean hears(URI actor) {
        return pace.tryTake(Domains.of(actor.getHost()));
    }

    /** Answers a team of this node, without the wire. */
    boolean lets(URI offer, LocalActor.Group group, TravelOffer wish, Visit.Sender from, VerifyingKey key) {
        return addresses
                .video(wish.target())
                .flatMap(videos::find)
                .filter(video ->
                        video.life() instanceof Life.Live && video.group().equals(group.id()))
                .filter(video ->
                        doorkeeper.lets(new Request(from.actor(), offer, group.team(), video.id(), wish), from, key))
                .isPresent();
    }

    /** A yes that is taken back, too. */
    void say(LocalActor.Group group, URI source, URI inbox, URI offer, boolean yes) {
        var us = addresses.of(group);
        letters.send(
                group,
                inbox,
                DeliveryClass.MOMENT,
                id -> yes ? new AcceptTravel(id, us, source, offer) : new RejectTravel(id, us, source, offer));
    }

    private static boolean isTheirs(URI sender, TravelOffer wish) {
        return Origins.same(wish.origin(), sender) && Origins.same(wish.raft().handoff(), sender);
    }

    private Optional<LocalActor.Group> group(URI video) {
        return addresses
                .video(video)
                .flatMap(videos::find)
                .map(AnnouncedVideo::group)
                .flatMap(actors::findGroup);
    }
}
