// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import live.tributary.federation.vocab.outgoing.Hashtag;
import live.tributary.federation.vocab.outgoing.Note;
import live.tributary.federation.vocab.outgoing.NoteWords;
import live.tributary.federation.vocab.outgoing.Tombstone;
import live.tributary.federation.vocab.outgoing.Video;
import live.tributary.node.fediverse.AnnouncedVideo.Life;

/** The posts beside broadcasts. Safe for any thread that may block. */
final class NoteDocuments {

    private static final String FORMER_TYPE = "Note";

    private final VideoDocuments videos;
    private final Addresses addresses;

    NoteDocuments(VideoDocuments videos, Addresses addresses) {
        this.videos = videos;
        this.addresses = addresses;
    }

    /** Empty where there is none beside this broadcast, or none any more. */
    Optional<Note> of(AnnouncedVideo video) {
        return videos.of(video).filter(_ -> video.noted()).map(document -> of(video, document));
    }

    private Note of(AnnouncedVideo video, Video document) {
        return new Note(
                addresses.note(video.id()),
                document.credits().author(),
                words(document),
                document.pages().watch(),
                document.pages().thumbnails().getLast(),
                video.startedAt(),
                video.updatedAt());
    }

    /** What is left of one that was removed; empty for any other. */
    Optional<Tombstone> tombstone(AnnouncedVideo video) {
        return video.noted() && video.life() instanceof Life.Removed(var at)
                ? Optional.of(new Tombstone(addresses.note(video.id()), FORMER_TYPE, at))
                : Optional.empty();
    }

    private static NoteWords words(Video document) {
        var title = document.text().title();
        var facets = document.facets();
        var html = "<p>We are live: %s</p>%s%s"
                .formatted(VideoWords.escape(title), link(document.pages().watch()), hashtags(facets.hashtags()));
        var picture = "A picture of the stream “%s”".formatted(title);
        return new NoteWords(
                html, facets.language(), facets.hashtags(), document.text().warning(), picture);
    }

    private static String link(URI page) {
        var shown = page.getRawAuthority() + page.getRawPath();
        return "<p><a href=\"%s\" rel=\"nofollow noopener\">%s</a></p>".formatted(page, VideoWords.escape(shown));
    }

    private static String hashtags(List<Hashtag> hashtags) {
        return hashtags.isEmpty()
                ? ""
                : hashtags.stream().map(NoteDocuments::hashtag).collect(Collectors.joining(" ", "<p>", "</p>"));
    }

    private static String hashtag(Hashtag hashtag) {
        return "<a href=\"%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
                .formatted(hashtag.href(), VideoWords.escape(hashtag.name()));
    }
}
