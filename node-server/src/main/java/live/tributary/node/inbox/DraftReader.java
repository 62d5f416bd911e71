// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.html.HtmlSanitizer;
import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.Note;
import live.tributary.federation.vocab.ObjectFacts;
import live.tributary.federation.vocab.ObjectLink;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;

/** Reads what somebody wrote elsewhere. Only what is for everybody, and of its own author, is an answer. */
final class DraftReader {

    /** How far a clock elsewhere may go ahead. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private final HtmlSanitizer sanitizer = new HtmlSanitizer();
    private final ReplyStore replies;
    private final ShownVideos videos;
    private final Addresses addresses;

    DraftReader(ReplyStore replies, ShownVideos videos, Addresses addresses) {
        this.replies = replies;
        this.videos = videos;
        this.addresses = addresses;
    }

    Draft read(Received received, ObjectNode document) {
        return ObjectReader.read(document)
                .filter(Note.class::isInstance)
                .map(note -> read(received, note.facts()))
                .orElseGet(() -> new Draft.None("it is no note"));
    }

    private Draft read(Received received, ObjectFacts note) {
        var author = note.attributedTo().stream().findFirst();
        if (author.filter(received.actor()::equals).isEmpty() || !Origins.same(note.id(), received.actor())) {
            return new Draft.None("who says it did not write it");
        }
        if (!note.isPublic()) {
            return new Draft.None("it is not for everybody");
        }
        var inReplyTo = note.link(ObjectLink.IN_REPLY_TO);
        return inReplyTo
                .flatMap(this::video)
                .<Draft>map(video -> answer(received, note, inReplyTo.get(), video))
                .orElseGet(() -> new Draft.None("it answers nothing of this node"));
    }

    private Draft answer(Received received, ObjectFacts note, URI inReplyTo, AnnouncedVideo video) {
        var content = sanitizer.sanitize(note.content());
        if (content.isBlank()) {
            return new Draft.None("nothing is left of it that may be shown");
        }
        var published = credible(note.published(), received.receivedAt());
        var version = note.updated().isPresent() ? credible(note.updated(), received.receivedAt()) : published;
        return new Draft.Answer(note.id(), video, received.actor(), inReplyTo, content, published, version);
    }

    /** An answer to an answer belongs to the same broadcast. */
    private Optional<AnnouncedVideo> video(URI answered) {
        return addresses
                .video(answered)
                .or(() -> replies.find(answered).map(Reply::video))
                .flatMap(videos::find);
    }

    private static Instant credible(Optional<Instant> told, Instant receivedAt) {
        return told.filter(moment -> moment.isAfter(Instant.EPOCH) && moment.isBefore(receivedAt.plus(AHEAD)))
                .orElse(receivedAt);
    }
}
