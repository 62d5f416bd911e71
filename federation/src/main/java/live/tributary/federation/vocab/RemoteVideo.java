// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A video or a broadcast, of PeerTube or of a node of our own kind.
 *
 * @param liveBroadcast whether it is or was a broadcast
 */
public record RemoteVideo(ObjectFacts facts, boolean liveBroadcast) implements RemoteObject {

    /** Of a broadcast: on air. It is 4 while that is waited for, and 5 when it is over. */
    private static final long PEERTUBE_PUBLISHED = 1;

    private static final String PLAYLIST = "application/x-mpegURL";

    /** What a node of our own kind tells about it. */
    public Optional<LiveReport> live() {
        return LiveReport.read(facts.document());
    }

    /**
     * Whose it is, the team before its author: PeerTube and we name the person first and the team last, and FEP-1b12 names the team
     * once more. Only those on the server of the video can be believed.
     */
    public List<URI> makers() {
        var authors = facts.attributedTo();
        return Stream.concat(
                        facts.audience().stream().filter(authors::contains),
                        authors.stream().toList().reversed().stream())
                .distinct()
                .toList();
    }

    /** Whether it is on air, as its origin says. */
    public boolean isOnAir() {
        return live().map(LiveReport::isLive).orElseGet(() -> liveBroadcast && state() == PEERTUBE_PUBLISHED);
    }

    /** When it began, as its origin says. */
    public Optional<Instant> since() {
        return Fields.time(facts.document(), "liveSince").or(facts::published);
    }

    /** PeerTube's word for where a video is in its life; 0 where nothing is said. */
    private long state() {
        return Fields.number(facts.document().path("state")).orElse(0);
    }

    /** What it is found by, as directories compare it: at most five. Not the words that people see. */
    public List<String> tags() {
        return ListingReader.tags(facts.document());
    }

    /** What some do not want to see of it, beside what holds for all of its team. */
    public List<String> labels() {
        return ListingReader.labels(facts.document());
    }

    /** What is spoken in it, if it says so: BCP 47. */
    public Optional<String> language() {
        return Fields.texts(facts.document().path("language").path("identifier")).stream()
                .findFirst()
                .flatMap(LanguageTag::parse);
    }

    /** The playlist, to be linked, never to be passed through. */
    public Optional<URI> playlist() {
        return Fields.many(facts.document().path("url"))
                .filter(RemoteVideo::isPlaylist)
                .flatMap(link -> Fields.link(link).stream())
                .findFirst();
    }

    private static boolean isPlaylist(JsonNode link) {
        return link.path("mediaType").stringValue("").equalsIgnoreCase(PLAYLIST);
    }
}
