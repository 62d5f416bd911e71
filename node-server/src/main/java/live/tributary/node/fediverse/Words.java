// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.EddsaJcs2022;
import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.AnnounceActivity;
import live.tributary.federation.vocab.outgoing.AnnounceObject;
import live.tributary.federation.vocab.outgoing.Audience;
import live.tributary.federation.vocab.outgoing.CreateNote;
import live.tributary.federation.vocab.outgoing.CreateVideo;
import live.tributary.federation.vocab.outgoing.DeleteActor;
import live.tributary.federation.vocab.outgoing.DeleteObject;
import live.tributary.federation.vocab.outgoing.Departure;
import live.tributary.federation.vocab.outgoing.Heartbeat;
import live.tributary.federation.vocab.outgoing.MoveActor;
import live.tributary.federation.vocab.outgoing.Outgoing;
import live.tributary.federation.vocab.outgoing.Tombstone;
import live.tributary.federation.vocab.outgoing.UndoAnnounce;
import live.tributary.federation.vocab.outgoing.UpdateActor;
import live.tributary.federation.vocab.outgoing.UpdateNote;
import live.tributary.federation.vocab.outgoing.UpdateVideo;
import live.tributary.federation.vocab.outgoing.Video;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/**
 * Puts into words what our actors say, as things stand at this moment. The bytes are made once: every inbox gets the
 * same, and what others keep and pass on must not vary.
 */
final class Words {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ActorDocuments actorDocuments;
    private final VideoDocuments videoDocuments;
    private final NoteDocuments noteDocuments;
    private final VideoStore videos;
    private final SayingStore sayings;
    private final Actors actors;
    private final Teams teams;
    private final TeamWelcomes welcomes;
    private final KeyRings keys;
    private final Addresses addresses;

    Words(
            ActorDocuments actorDocuments,
            VideoDocuments videoDocuments,
            NoteDocuments noteDocuments,
            VideoStore videos,
            SayingStore sayings,
            Actors actors,
            Teams teams,
            TeamWelcomes welcomes,
            KeyRings keys,
            Addresses addresses) {
        this.actorDocuments = actorDocuments;
        this.videoDocuments = videoDocuments;
        this.noteDocuments = noteDocuments;
        this.videos = videos;
        this.sayings = sayings;
        this.actors = actors;
        this.teams = teams;
        this.welcomes = welcomes;
        this.keys = keys;
        this.addresses = addresses;
    }

    /** Empty where there is nothing to say any more. */
    Optional<byte[]> of(Saying saying) {
        var sender = actor(saying.sender());
        return activity(saying, sender).map(activity -> {
            var document = ActivityWriter.write(activity);
            return MAPPER.writeValueAsBytes(isProven(saying, sender) ? prove(document, sender, saying) : document);
        });
    }

    /**
     * Whoever goes while a key is being replaced signs with the one that others know. A proof would be by the new one, which
     * nobody can look up any more.
     */
    private boolean isProven(Saying saying, LocalActor sender) {
        return saying.verb().proven()
                && (saying.verb() != Verb.DELETE_ACTOR
                        || keys.replaced(sender, saying.id()).isEmpty());
    }

    private ObjectNode prove(ObjectNode document, LocalActor sender, Saying saying) {
        return EddsaJcs2022.sign(document, keys.proving(sender), saying.saidAt());
    }

    private Optional<Outgoing> activity(Saying saying, LocalActor sender) {
        return switch (saying.subject()) {
            case Subject.OfItself _ -> ofItself(saying, sender);
            case Subject.OfVideo(var id) -> videos.find(id).flatMap(video -> ofVideo(saying, sender, video));
        };
    }

    private Optional<Outgoing> ofItself(Saying saying, LocalActor sender) {
        var id = addresses.activity(saying.id());
        return switch (saying.verb()) {
            case DELETE_ACTOR -> {
                // Signed with a key that was replaced, if not everybody was told of another.
                keys.forget(sender.id());
                yield Optional.of(new DeleteActor(id, addresses.of(sender)));
            }
            case UPDATE_ACTOR -> actorDocuments.of(sender).map(document -> new UpdateActor(id, document));
            case RENEW_KEY -> {
                // Replaced in the transaction that noted this: whoever looked before its end has found the old ones.
                keys.forget(sender.id());
                yield actorDocuments.of(sender).map(document -> new UpdateActor(id, document));
            }
            // Who has come back meanwhile does not say that it went.
            case MOVE -> actorDocuments.target(sender).map(target -> new MoveActor(id, addresses.of(sender), target));
            case CREATE,
                    ANNOUNCE,
                    PASS_ON,
                    UPDATE,
                    OFFER,
                    LEAVE,
                    DELETE,
                    UNDO,
                    CREATE_NOTE,
                    UPDATE_NOTE,
                    DELETE_NOTE,
                    LETTER -> throw new IllegalStateException("%s says nothing of an actor".formatted(saying.verb()));
        };
    }

    private Optional<Outgoing> ofVideo(Saying saying, LocalActor sender, AnnouncedVideo video) {
        var id = addresses.activity(saying.id());
        var shown = videoDocuments.of(video);
        return switch (saying.verb()) {
            case CREATE -> shown.map(document -> new CreateVideo(id, document));
            case UPDATE -> shown.map(document -> new UpdateVideo(id, document));
            case ANNOUNCE -> shown.map(_ -> announce(saying, sender, video));
            case PASS_ON -> shown.flatMap(_ -> passOn(saying, sender, video));
            case OFFER ->
                shown.filter(_ -> video.life() instanceof Life.Live)
                        .map(document ->
                                new Heartbeat(id, teamName(sender), document, saying.saidAt(), arrivals(sender)));
            case LEAVE -> shown.map(document -> departure(id, sender, document, saying));
            case DELETE ->
                videoDocuments
                        .tombstone(video)
                        .map(tombstone -> new DeleteObject(
                                id,
                                addresses.of(sender),
                                tombstone,
                                videoDocuments.credits(video).audience()));
            case UNDO ->
                announcement(sender.id(), video.id())
                        .map(announced -> new UndoAnnounce(id, announce(announced, sender, video)));
            case CREATE_NOTE -> noteDocuments.of(video).map(note -> new CreateNote(id, note));
            case UPDATE_NOTE -> noteDocuments.of(video).map(note -> new UpdateNote(id, note));
            case DELETE_NOTE -> noteDocuments.tombstone(video).map(tombstone -> deleteNote(id, sender, tombstone));
            case UPDATE_ACTOR, RENEW_KEY, MOVE, DELETE_ACTOR, LETTER ->
                throw new IllegalStateException("%s says nothing of a broadcast".formatted(saying.verb()));
        };
    }

    private DeleteObject deleteNote(URI id, LocalActor sender, Tombstone tombstone) {
        var followers = addresses.under(sender).followers();
        return new DeleteObject(id, addresses.of(sender), tombstone, Audience.everybody(followers));
    }

    private Departure departure(URI id, LocalActor sender, Video document, Saying saying) {
        return new Departure(id, teamName(sender), document, saying.saidAt());
    }

    private AnnounceObject announce(Saying saying, LocalActor sender, AnnouncedVideo video) {
        var followers = addresses.under(sender).followers();
        var audience = sender instanceof LocalActor.Group
                ? Audience.everybody(followers, videoDocuments.credits(video).author())
                : Audience.everybody(followers);
        return new AnnounceObject(
                addresses.activity(saying.id()),
                addresses.of(sender),
                addresses.video(video.id()),
                saying.saidAt(),
                audience);
    }

    /** What the author said, as it was said. */
    private Optional<Outgoing> passOn(Saying saying, LocalActor sender, AnnouncedVideo video) {
        return sayings.of(Verb.CREATE, video.id()).stream()
                .flatMap(create -> sayings.listed(create.id()).stream())
                .map(document -> (Outgoing) new AnnounceActivity(
                        addresses.activity(saying.id()),
                        addresses.of(sender),
                        (ObjectNode) MAPPER.readTree(document),
                        saying.saidAt(),
                        Audience.everybody(addresses.under(sender).followers())))
                .findFirst();
    }

    private Optional<Saying> announcement(ActorId sender, UUID video) {
        return sayings.of(Verb.ANNOUNCE, video).stream()
                .filter(announced -> announced.sender().equals(sender))
                .findFirst();
    }

    private Arrivals arrivals(LocalActor sender) {
        return sender instanceof LocalActor.Group group ? welcomes.arrivals(group.team()) : Arrivals.CLOSED;
    }

    private String teamName(LocalActor sender) {
        return sender instanceof LocalActor.Group group
                ? teams.find(group.team()).map(Team::name).map(Object::toString).orElse("")
                : "";
    }

    /** Also of one that is gone: somebody has to say so. */
    private LocalActor actor(ActorId id) {
        return switch (actors.find(id)) {
            case ActorLookup.Known(var actor) -> actor;
            case ActorLookup.Gone(var actor, var _) -> actor;
            case ActorLookup.Unknown() -> throw new IllegalStateException("nobody has the id " + id);
        };
    }
}
