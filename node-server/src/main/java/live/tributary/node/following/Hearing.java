// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Accept;
import live.tributary.federation.vocab.Add;
import live.tributary.federation.vocab.Announce;
import live.tributary.federation.vocab.Block;
import live.tributary.federation.vocab.Create;
import live.tributary.federation.vocab.Delete;
import live.tributary.federation.vocab.Dislike;
import live.tributary.federation.vocab.Envelope;
import live.tributary.federation.vocab.Flag;
import live.tributary.federation.vocab.Follow;
import live.tributary.federation.vocab.Invite;
import live.tributary.federation.vocab.Join;
import live.tributary.federation.vocab.Leave;
import live.tributary.federation.vocab.Like;
import live.tributary.federation.vocab.LiveReport;
import live.tributary.federation.vocab.Move;
import live.tributary.federation.vocab.Offer;
import live.tributary.federation.vocab.Other;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.vocab.Reject;
import live.tributary.federation.vocab.Remove;
import live.tributary.federation.vocab.Travel;
import live.tributary.federation.vocab.Undo;
import live.tributary.federation.vocab.Update;
import live.tributary.federation.vocab.View;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.VideoShown;

/**
 * Hears what those who are followed say, and nobody else; their heartbeats come to {@link HeartbeatWorker}. Whatever they point at
 * is noted, and looked up by others later. In the transaction in which the inbox notes it as done.
 */
final class Hearing {

    private final FolloweeStore followees;
    private final StreamStore streams;
    private final Streams kept;
    private final Hints hints;
    private final Requests requests;
    private final ApplicationEventPublisher events;

    Hearing(
            FolloweeStore followees,
            StreamStore streams,
            Streams kept,
            Hints hints,
            Requests requests,
            ApplicationEventPublisher events) {
        this.followees = followees;
        this.streams = streams;
        this.kept = kept;
        this.hints = hints;
        this.requests = requests;
        this.events = events;
    }

    /** One of those who are followed said something: there may be something to look at. Strangers wake nobody. */
    record Heard() {}

    @EventListener
    void on(ActorSpoke spoke) {
        followees
                .lock(spoke.activity().envelope().actor())
                .filter(followee -> followee.state() != Followee.State.GONE)
                .ifPresent(followee -> {
                    hear(followee, spoke);
                    events.publishEvent(new Heard());
                });
    }

    /** Signed by the video's author, or fetched: in both cases its origin says so, if it is one that is known or followed. */
    @EventListener
    void on(VideoShown shown) {
        var video = shown.video();
        var id = video.facts().id();
        var known = streams.lock(id);
        if (known.isEmpty()) {
            followees.hold(kept.makers(video)).forEach(followee -> {
                hints.note(id, followee);
                events.publishEvent(new Heard());
            });
        } else if (video.live().isEmpty() || !kept.take(video, known.get(), shown.at())) {
            // Nothing says that this is the newest, or a pulse overtook it, which has no title, or somebody else than
            // its author says it, who has the same server: its origin has all of it.
            streams.lookAt(id, shown.at());
            events.publishEvent(new Heard());
        }
    }

    private void hear(Followee followee, ActorSpoke spoke) {
        followees.heardFrom(List.of(followee.actor()));
        switch (spoke.activity()) {
            case Accept(var envelope, var object) -> {
                answer(followee, object, Followee.State.FOLLOWED, spoke);
                owncast(followee, envelope, object, spoke.at());
            }
            case Reject(var _, var object) -> answer(followee, object, Followee.State.REFUSED, spoke);
            case Announce(var _, var object) -> point(followee, object);
            case Offer(var envelope, var object) -> report(followee, envelope, object, spoke.at());
            case Leave(var envelope, var object) -> report(followee, envelope, object, spoke.at());
            case Add _, Block _, Create _, Delete _, Dislike _, Flag _, Follow _, Invite _ -> {}
            case Join _, Like _, Move _, Other _, Remove _, Travel _, Undo _, Update _, View _ -> {}
        }
    }

    /** They speak for themselves alone; and only of what they were asked. */
    private void answer(Followee followee, Reference follow, Followee.State state, ActorSpoke spoke) {
        follow.id()
                .filter(id -> requests.asked(followee, id))
                .filter(_ -> followees.answered(followee.actor(), state, spoke.arrival(), spoke.at()))
                .ifPresent(_ -> events.publishEvent(new OnAirChanged(List.of(followee.actor()))));
    }

    private void point(Followee followee, Reference object) {
        if (followee.pointsAtBroadcasts() && object instanceof Reference.Link(var video)) {
            hints.note(video, followee.actor());
        }
    }

    private void report(Followee followee, Envelope envelope, Reference object, Instant at) {
        if (!followee.isFollowed()) {
            return;
        }
        envelope.live()
                .ifPresentOrElse(
                        live -> object.id().ifPresent(video -> beat(followee, video, live, at)),
                        () -> owncast(followee, envelope, object, at));
    }

    /** Of the team's own broadcast, on its own server; of what is not known yet its origin is asked. */
    private void beat(Followee team, URI video, LiveReport live, Instant at) {
        if (!Origins.same(video, team.actor())) {
            return;
        }
        if (streams.find(video).isEmpty()) {
            hints.note(video, team.actor());
        } else {
            streams.beat(List.of(Heartbeat.of(video, team.actor(), live, at)));
        }
    }

    /** Owncast has one stream, and its server for an object. */
    private void owncast(Followee followee, Envelope envelope, Reference object, Instant at) {
        envelope.owncast()
                .filter(_ -> envelope.live().isEmpty()
                        && followees
                                .find(followee.actor())
                                .filter(Followee::isItsOwnStream)
                                .isPresent())
                .ifPresent(report -> {
                    var page = object.id()
                            .filter(address -> Origins.same(address, followee.actor()))
                            .orElse(followee.actor());
                    kept.take(
                            report,
                            followee.actor(),
                            page,
                            Belief.past(envelope.published().orElse(at), at),
                            at);
                    kept.mention(followee.actor(), followee.actor());
                });
    }
}
