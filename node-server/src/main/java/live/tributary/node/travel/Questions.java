// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.TravelOffer;
import live.tributary.federation.vocab.outgoing.OfferTravel;
import live.tributary.federation.vocab.outgoing.Passage;
import live.tributary.federation.vocab.outgoing.SetOut;
import live.tributary.federation.vocab.outgoing.UndoTravel;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Seals;
import live.tributary.node.kernel.Actor;
import live.tributary.node.team.Teams;

/** Asks teams whether a raft may come: those elsewhere by letter, those of this node at once. Any thread that may block. */
final class Questions {

    private final Letters letters;
    private final Answers answers;
    private final Porter porter;
    private final VisitStore visits;
    private final Actors actors;
    private final Teams teams;
    private final Addresses addresses;
    private final Seals seals;
    private final TravelProperties properties;
    private final InstantSource clock;

    Questions(
            Letters letters,
            Answers answers,
            Porter porter,
            VisitStore visits,
            Actors actors,
            Teams teams,
            Addresses addresses,
            Seals seals,
            TravelProperties properties,
            InstantSource clock) {
        this.letters = letters;
        this.answers = answers;
        this.porter = porter;
        this.visits = visits;
        this.actors = actors;
        this.teams = teams;
        this.addresses = addresses;
        this.seals = seals;
        this.properties = properties;
        this.clock = clock;
    }

    /** Waits for an answer from now on, for so long. Nobody is asked by it. */
    CompletableFuture<Answer> expect(Question question, Duration patience) {
        return answers.expect(question.offer(), question.target().team(), patience, () -> takeBack(question));
    }

    /** Asks. A team of this node answers at once; whoever answers later is not waited for, and holds nothing. */
    void ask(Question question) {
        var target = question.target();
        local(target.team())
                .ifPresentOrElse(
                        here -> answers.heard(question.offer(), target.team(), lets(here, question)),
                        () -> letters.send(
                                question.handoff().source().group(),
                                target.inbox(),
                                DeliveryClass.MOMENT,
                                _ -> offer(question)));
    }

    private boolean lets(LocalActor.Group here, Question question) {
        var source = question.handoff().source();
        return porter.lets(
                question.offer(), here, wish(question), sender(source), seals.key(Actor.SYSTEM, source.group()));
    }

    /** The raft goes elsewhere. */
    void takeBack(Question question) {
        var source = question.handoff().source();
        var target = question.target();
        if (local(target.team()).isPresent()) {
            visits.release(question.offer(), source.actor(), clock.instant());
        } else {
            letters.send(source.group(), target.inbox(), DeliveryClass.LIVE, id -> new UndoTravel(id, offer(question)));
        }
    }

    /** The raft is on its way. */
    void setOut(Handoff handoff, Raft raft, Prospect target) {
        if (local(target.team()).isEmpty()) {
            letters.send(
                    handoff.source().group(),
                    target.inbox(),
                    DeliveryClass.LIVE,
                    id -> new SetOut(id, handoff.source().actor(), target.team(), passage(handoff, raft, target)));
        }
    }

    private Optional<LocalActor.Group> local(URI team) {
        return Origins.same(team, URI.create(addresses.origin()))
                ? addresses.actor(team).flatMap(actors::findGroup)
                : Optional.empty();
    }

    private OfferTravel offer(Question question) {
        var now = clock.instant();
        var handoff = question.handoff();
        return new OfferTravel(
                question.offer(),
                handoff.source().actor(),
                question.target().team(),
                passage(handoff, question.raft(), question.target()),
                handoff.kind(),
                question.lane(),
                question.raft().size(),
                now,
                now.plus(properties.answerWithin()));
    }

    private TravelOffer wish(Question question) {
        var handoff = question.handoff();
        return new TravelOffer(
                new Travel.Raft(handoff.id().address(), question.raft().number()),
                handoff.kind(),
                question.lane(),
                question.raft().size(),
                handoff.source().video(),
                question.target().video(),
                clock.instant().plus(properties.answerWithin()));
    }

    private static Passage passage(Handoff handoff, Raft raft, Prospect target) {
        return new Passage(
                handoff.source().video(), target.video(), handoff.id().address(), raft.number());
    }

    private Visit.Sender sender(Source source) {
        var team = teams.find(source.team());
        return new Visit.Sender(
                source.actor(),
                addresses.under(source.group()).inbox(),
                team.map(found -> found.name().value()).orElse(""),
                addresses.page(team.map(found -> "/@" + found.handle()).orElse("/")));
    }
}
