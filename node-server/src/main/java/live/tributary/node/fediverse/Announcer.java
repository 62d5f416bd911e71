// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.springframework.context.event.EventListener;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.federation.delivery.Freshness;
import live.tributary.node.broadcast.BroadcastDescribed;
import live.tributary.node.broadcast.BroadcastEnded;
import live.tributary.node.broadcast.BroadcastRenamed;
import live.tributary.node.broadcast.BroadcastStarted;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.AnnouncedVideo.Lineage;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;

/**
 * Tells what happens on air: the member says it, the team and the node point at it. In the transaction in which it
 * happens, so that nothing is told that did not happen, and nothing is forgotten.
 */
final class Announcer {

    private final Roster roster;
    private final Actors actors;
    private final VideoStore videos;
    private final SayingStore sayings;
    private final Speech speech;
    private final Pulse pulse;
    private final CompanionStore companions;
    private final NoteSpeech notes;
    private final Duration titlePause;

    Announcer(
            Roster roster,
            Actors actors,
            VideoStore videos,
            SayingStore sayings,
            Speech speech,
            Pulse pulse,
            CompanionStore companions,
            NoteSpeech notes,
            Duration titlePause) {
        this.roster = roster;
        this.actors = actors;
        this.videos = videos;
        this.sayings = sayings;
        this.speech = speech;
        this.pulse = pulse;
        this.companions = companions;
        this.notes = notes;
        this.titlePause = titlePause;
    }

    @EventListener
    void on(BroadcastStarted started) {
        // Whoever has just left the team has no page to point at.
        roster.find(started.channel()).ifPresent(seat -> begin(started, seat));
    }

    @EventListener
    void on(BroadcastRenamed renamed) {
        videos.find(renamed.broadcast())
                .filter(video -> video.life() instanceof Life.Live)
                .ifPresent(video -> rename(video, renamed));
    }

    @EventListener
    void on(BroadcastDescribed described) {
        videos.find(described.broadcast())
                .filter(video -> video.life() instanceof Life.Live)
                .ifPresent(video -> {
                    videos.touch(video.id(), described.at());
                    tellOfChange(video);
                });
    }

    @EventListener
    void on(BroadcastEnded ended) {
        end(ended.broadcast(), ended.at());
    }

    /** Nothing happens where that was told before. */
    void end(BroadcastId broadcast, Instant at) {
        videos.find(broadcast).filter(video -> videos.end(video.id(), at)).ifPresent(this::end);
    }

    private void begin(BroadcastStarted started, Seat seat) {
        var author = actors.ensurePerson(seat.member().id(), seat.member().handle());
        var group = actors.ensureGroup(seat.team().id(), seat.team().handle());
        var before = videos.latest(started.channel()).filter(last -> goesOn(last, started.at()));
        var until = pulse.believedUntil(started.at());
        var video = new AnnouncedVideo(
                UUID.randomUUID(),
                started.broadcast(),
                started.channel(),
                author.id(),
                group.id(),
                started.title().value(),
                started.at(),
                started.at(),
                before.isEmpty() && companions.has(seat.team().id()),
                1,
                new Life.Live(until),
                before.<Lineage>map(last -> new Lineage.Continues(last.id())).orElseGet(Lineage.New::new));
        videos.add(video, until, pulse.next(started.at()));
        tellOfBeginning(video);
    }

    private void tellOfBeginning(AnnouncedVideo video) {
        var it = new Subject.OfVideo(video.id());
        if (video.lineage() instanceof Lineage.New) {
            // It is said in any case: the group may pass it on.
            speech.say(video.author(), Verb.CREATE, it, ownFollowers(video), DeliveryClass.LIVE);
            speech.say(video.group(), Verb.ANNOUNCE, it, Hearers.followersOf(video.group()), DeliveryClass.LIVE);
            var groupReaders = Hearers.of(Hearers.Which.GROUP_READERS, video.group());
            speech.say(video.group(), Verb.PASS_ON, it, groupReaders, DeliveryClass.LIVE);
        }
        notes.begin(video);
        var node = actors.ensureNode().id();
        speech.say(node, Verb.ANNOUNCE, it, Hearers.followersOf(node), DeliveryClass.LIVE);
    }

    private void rename(AnnouncedVideo video, BroadcastRenamed renamed) {
        videos.rename(video.id(), renamed.title().value(), renamed.at());
        tellOfChange(video);
    }

    /** What is waiting to be said will say the newest. */
    private void tellOfChange(AnnouncedVideo video) {
        if (!sayings.isDue(Verb.UPDATE, video.id())) {
            var it = new Subject.OfVideo(video.id());
            speech.say(video.author(), Verb.UPDATE, it, everybody(video), DeliveryClass.LIVE, titlePause);
        }
        notes.change(video);
    }

    private void end(AnnouncedVideo video) {
        sayings.unsay(Verb.UPDATE, video.id());
        notes.end(video);
        var it = new Subject.OfVideo(video.id());
        speech.say(video.author(), Verb.UPDATE, it, everybody(video), DeliveryClass.LIVE);
        var programs = Hearers.of(Hearers.Which.PROGRAMS, video.group());
        speech.say(video.group(), Verb.LEAVE, it, programs, DeliveryClass.LIVE);
    }

    /** Whom a post tells of it need not hear of the video, too: they would have two of it. */
    private static Hearers ownFollowers(AnnouncedVideo video) {
        return video.noted() ? Hearers.nobody() : Hearers.followersOf(video.author());
    }

    /** Whoever heard of its beginning. */
    private Hearers everybody(AnnouncedVideo video) {
        var node = actors.ensureNode().id();
        return switch (video.lineage()) {
            case Lineage.New() when video.noted() -> Hearers.followersOf(video.group(), node);
            case Lineage.New() -> Hearers.followersOf(video.author(), video.group(), node);
            case Lineage.Continues _ -> Hearers.followersOf(node);
        };
    }

    private static boolean goesOn(AnnouncedVideo last, Instant now) {
        return last.endedAt().filter(end -> Freshness.isSameShow(end, now)).isPresent();
    }
}
