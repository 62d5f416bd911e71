// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Activities as they are posted to inboxes. */
public final class ActivityWriter {

    /** What the answer to a Follow does not repeat: it is about the request, not about its seals. */
    private static final List<String> SEALS = List.of("@context", "signature", "proof", "bto", "bcc");

    private ActivityWriter() {}

    /** The whole document, without a proof. */
    public static ObjectNode write(Outgoing activity) {
        return Wire.document(context(activity), body(activity));
    }

    private static ArrayNode context(Outgoing activity) {
        return switch (activity) {
            case CreateVideo _, UpdateVideo _ -> Contexts.provableVideo();
            case CreateNote _, UpdateNote _ -> Contexts.provableNote();
            case UpdateActor _ -> Contexts.provableActor();
            case Heartbeat _, Departure _ -> Contexts.heartbeat();
            case AnnounceObject _,
                    UndoAnnounce _,
                    DeleteObject _,
                    DeleteActor _,
                    MoveActor _,
                    AddVouch _,
                    RemoveVouch _ -> Contexts.provable();
            // What is passed on may name another version of the words that a proof needs, and none may be said twice in
            // two
            // ways.
            case AnnounceActivity _ -> Contexts.plain();
            case AcceptFollow _, RejectFollow _, FollowActor _, UndoFollow _, ReportContent _ -> Contexts.plain();
            case InviteDirectory _, AcceptInvite _, RejectInvite _, RejectInviteByRule _ -> Contexts.plain();
            case InviteToRing _, JoinRing _, AnnounceJoin _, AcceptJoin _, RejectJoin _, LeaveRing _ ->
                Contexts.plain();
            case AddMember _, RemoveMember _ -> Contexts.plain();
            case OfferTravel _, UndoTravel _, SetOut _, TravelReceipt _ -> Contexts.handoff();
            case AcceptTravel _, RejectTravel _ -> Contexts.provable();
        };
    }

    private static ObjectNode body(Outgoing activity) {
        return switch (activity) {
            case CreateVideo create -> video(envelope("Create", create), create.video());
            case UpdateVideo update -> video(envelope("Update", update), update.video());
            case CreateNote create -> note(envelope("Create", create), create.note());
            case UpdateNote update -> note(envelope("Update", update), update.note());
            case UpdateActor update -> with(envelope("Update", update), ActorWriter.body(update.subject()));
            case MoveActor move -> move(move);
            case AnnounceObject announce -> announce(announce);
            case AnnounceActivity announce ->
                with(envelope("Announce", announce), announce.activity().deepCopy())
                        .put("published", Wire.seconds(announce.published()));
            case DeleteObject delete -> with(envelope("Delete", delete), TombstoneWriter.body(delete.tombstone()));
            case DeleteActor delete -> with(envelope("Delete", delete), delete.actor());
            case AcceptFollow accept -> accept(accept);
            case RejectFollow reject -> with(envelope("Reject", reject), request(reject.follow()));
            case FollowActor follow -> follow(follow);
            case UndoFollow undo -> with(envelope("Undo", undo), follow(undo.follow()));
            case UndoAnnounce undo -> with(envelope("Undo", undo), announce(undo.announce()));
            case InviteDirectory invite ->
                with(envelope("Invite", invite), invite.liveNow())
                        .put("target", invite.directory().toString());
            case AcceptInvite accept -> with(envelope("Accept", accept), request(accept.invite()));
            case RejectInvite reject ->
                with(envelope("Reject", reject), request(reject.invite())).put("content", reject.reason());
            case RejectInviteByRule reject ->
                with(envelope("Reject", reject), request(reject.invite()))
                        .put("content", reject.reason())
                        .put("url", reject.statement().toString());
            case AddVouch vouch ->
                with(envelope("Add", vouch), vouch.team())
                        .put("target", vouch.vouches().toString());
            case RemoveVouch vouch ->
                with(envelope("Remove", vouch), vouch.team())
                        .put("target", vouch.vouches().toString());
            case InviteToRing invite -> RingWriter.body(invite);
            case JoinRing join -> RingWriter.body(join);
            case AnnounceJoin announce -> RingWriter.body(announce);
            case AcceptJoin accept -> RingWriter.body(accept);
            case RejectJoin reject -> RingWriter.body(reject);
            case LeaveRing leave -> RingWriter.body(leave);
            case AddMember add -> RingWriter.body(add);
            case RemoveMember remove -> RingWriter.body(remove);
            case Heartbeat heartbeat -> HeartbeatWriter.body(heartbeat);
            case Departure departure -> HeartbeatWriter.body(departure);
            case OfferTravel offer -> TravelWriter.body(offer);
            case AcceptTravel accept -> TravelWriter.body(accept);
            case RejectTravel reject -> TravelWriter.body(reject);
            case UndoTravel undo -> TravelWriter.body(undo);
            case SetOut travel -> TravelWriter.body(travel);
            case TravelReceipt receipt -> TravelWriter.body(receipt);
            case ReportContent report -> report(report);
        };
    }

    /** What every activity has. The actor is a plain address: Owncast reads nothing else. */
    static ObjectNode envelope(String type, Outgoing activity) {
        var body = Wire.typed(type)
                .put("id", activity.id().toString())
                .put("actor", activity.actor().toString());
        Wire.audience(body, activity.audience());
        return body;
    }

    private static ObjectNode video(ObjectNode body, Video video) {
        // FEP-1b12; Lemmy compares it with the community of the object.
        body.put("audience", video.credits().group().toString());
        body.put("published", Wire.milliseconds(video.times().updated()));
        return with(body, VideoWriter.body(video));
    }

    private static ObjectNode note(ObjectNode body, Note note) {
        body.put("published", Wire.seconds(note.updated()));
        return with(body, NoteWriter.body(note));
    }

    /** What moves is whoever says so: Mastodon compares the two. */
    private static ObjectNode move(MoveActor move) {
        return with(envelope("Move", move), move.actor())
                .put("target", move.target().toString());
    }

    private static ObjectNode announce(AnnounceObject announce) {
        return with(envelope("Announce", announce), announce.object())
                .put("published", Wire.seconds(announce.published()));
    }

    private static ObjectNode follow(FollowActor follow) {
        return with(envelope("Follow", follow), follow.object());
    }

    private static ObjectNode accept(AcceptFollow accept) {
        var body = with(envelope("Accept", accept), request(accept.follow()));
        OwncastTerms.write(body, accept.news());
        return body;
    }

    private static ObjectNode request(ObjectNode follow) {
        return follow.deepCopy().without(SEALS);
    }

    private static ObjectNode report(ReportContent report) {
        var objects = new ArrayList<URI>();
        objects.add(report.accused());
        objects.addAll(report.objects());
        var body = envelope("Flag", report);
        body.set("object", Wire.list(objects));
        // Mastodon reads the content, Lemmy the summary.
        return body.put("content", report.text()).put("summary", report.text());
    }

    static ObjectNode with(ObjectNode body, URI object) {
        return body.put("object", object.toString());
    }

    static ObjectNode with(ObjectNode body, ObjectNode object) {
        body.set("object", object);
        return body;
    }
}
