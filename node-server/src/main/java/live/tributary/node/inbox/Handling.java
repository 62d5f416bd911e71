// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.vocab.Activity;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.RemoteVideo;
import live.tributary.federation.vocab.View;

/**
 * Works on an activity that was let in: asks elsewhere first, if need be, and then changes what it changes and notes that it is
 * done, in one transaction. Whatever comes twice, or in another order, ends alike. Any thread that may block.
 */
final class Handling {

    private static final String TOLD = "told to whoever follows them";

    private final BodyReader bodies;
    private final Sorter sorter;
    private final KnownActors actors;
    private final Originals originals;
    private final Bonds bonds;
    private final DraftReader drafts;
    private final Replies replies;
    private final Farewells farewells;
    private final Reports reports;
    private final RemoteViewers viewers;
    private final ShownVideos videos;
    private final InboxStore store;
    private final KnownActorStore locks;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    Handling(
            BodyReader bodies,
            Sorter sorter,
            KnownActors actors,
            Originals originals,
            Bonds bonds,
            DraftReader drafts,
            Replies replies,
            Farewells farewells,
            Reports reports,
            RemoteViewers viewers,
            ShownVideos videos,
            InboxStore store,
            KnownActorStore locks,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.bodies = bodies;
        this.sorter = sorter;
        this.actors = actors;
        this.originals = originals;
        this.bonds = bonds;
        this.drafts = drafts;
        this.replies = replies;
        this.farewells = farewells;
        this.reports = reports;
        this.viewers = viewers;
        this.videos = videos;
        this.store = store;
        this.locks = locks;
        this.events = events;
        this.transactions = transactions;
    }

    Outcome handle(Received received) {
        return switch (bodies.read(received.body())) {
            case Legibility.Legible legible -> handle(received, sorter.sort(legible), Budget.ofOneTry());
            case Legibility.Illegible(var because) -> done(received, () -> because);
            case Legibility.NotNow() -> new Outcome.Later("too much waits to be read");
        };
    }

    private Outcome handle(Received received, Matter matter, Budget budget) {
        return switch (matter) {
            case Matter.Nothing(var because) -> done(received, () -> because);
            case Matter.Tied tied -> withActor(received, budget, actor -> tie(received, tied, actor));
            case Matter.Untied untied -> done(received, () -> bonds.untie(received, untied));
            case Matter.TakenBack taken -> done(received, () -> bonds.takeBack(received, taken));
            case Matter.Told(var activity) -> done(received, () -> tell(received, activity));
            case Matter.Written written -> write(received, written, budget);
            case Matter.Deleted deleted -> delete(received, deleted, budget);
            case Matter.ActorGone() -> sayFarewell(received, budget);
            case Matter.ActorChanged() ->
                met(received, actors.ask(received.actor(), budget), actor -> change(received, actor));
            case Matter.Reported(var flag) -> done(received, () -> reports.file(received, flag));
            case Matter.Watched(var video, var view) -> done(received, () -> count(received, video, view));
        };
    }

    private Outcome write(Received received, Matter.Written written, Budget budget) {
        return switch (originals.of(written.object(), received.trust(), budget)) {
            case Originals.Original.There(var document) ->
                switch (drafts.read(received, document)) {
                    case Draft.Answer answer ->
                        withActor(received, budget, _ -> replies.write(received, answer, written.said()));
                    case Draft.None(var because) -> done(received, () -> show(received, document, because));
                };
            case Originals.Original.Gone(), Originals.Original.Missing() ->
                done(received, () -> "what it is about is not there any more");
            case Originals.Original.Unfit(var because) -> done(received, () -> because);
            case Originals.Original.NotNow(var because) -> new Outcome.Later(because);
        };
    }

    private Outcome delete(Received received, Matter.Deleted deleted, Budget budget) {
        if (received.trust() == Trust.SIGNED) {
            return done(received, () -> forget(received, deleted));
        }
        return switch (originals.at(deleted.object(), budget)) {
            case Originals.Original.Gone(), Originals.Original.Missing() ->
                done(received, () -> forget(received, deleted));
            case Originals.Original.There _ -> done(received, () -> "it is still there");
            case Originals.Original.Unfit(var because) -> done(received, () -> because);
            case Originals.Original.NotNow(var because) -> new Outcome.Later(because);
        };
    }

    private String forget(Received received, Matter.Deleted deleted) {
        events.publishEvent(new ObjectDeleted(deleted.object()));
        return replies.delete(received, deleted);
    }

    /** What is no answer may be a broadcast of somebody who is followed from here. */
    private String show(Received received, ObjectNode document, String because) {
        var video = ObjectReader.read(document)
                .filter(RemoteVideo.class::isInstance)
                .map(RemoteVideo.class::cast);
        video.ifPresent(shown -> events.publishEvent(new VideoShown(shown, received.receivedAt())));
        return video.isPresent() ? TOLD : because;
    }

    private String tie(Received received, Matter.Tied tied, KnownActor actor) {
        if (tied.tie().kind() == TieKind.BLOCK) {
            events.publishEvent(new ActorBlocked(tied.tie().actor(), tied.tie().object()));
        }
        return bonds.tie(received, tied, actor);
    }

    private String change(Received received, KnownActor actor) {
        events.publishEvent(new ActorChanged(received.actor()));
        return bonds.move(actor);
    }

    private String tell(Received received, Activity activity) {
        events.publishEvent(new ActorSpoke(activity, received.arrival(), received.receivedAt()));
        return TOLD;
    }

    private Outcome sayFarewell(Received received, Budget budget) {
        if (received.trust() == Trust.SIGNED) {
            return done(received, () -> farewells.to(received.actor(), received.host()));
        }
        return met(received, actors.ask(received.actor(), budget), _ -> "the actor is still there");
    }

    private String count(Received received, UUID video, View view) {
        if (!videos.isShown(video)) {
            return "there is no such broadcast";
        }
        viewers.note(video, received.host(), view.viewers(), view.expires());
        return "counted";
    }

    private Outcome withActor(Received received, Budget budget, Function<KnownActor, String> work) {
        return met(received, actors.find(received.actor(), budget), work);
    }

    private Outcome met(Received received, Acquaintance acquaintance, Function<KnownActor, String> work) {
        return switch (acquaintance) {
            case Acquaintance.Known(var actor) -> done(received, () -> work.apply(actor));
            case Acquaintance.Gone() ->
                done(received, () -> farewells.to(received.actor(), KnownActors.host(received.actor())));
            case Acquaintance.Nobody(var why) -> done(received, () -> why);
            case Acquaintance.NotNow(var why) -> new Outcome.Later(why);
        };
    }

    /** Everything about one actor happens one after the other, and nothing happens for one who is gone. */
    private Outcome done(Received received, Supplier<String> work) {
        return transactions.execute(_ -> {
            store.doNotWaitForTheDisk();
            locks.lock(received.actor());
            var words = locks.isGone(received.actor()) ? "its actor is gone" : work.get();
            store.done(received.id(), words);
            return new Outcome.Done(words);
        });
    }
}
