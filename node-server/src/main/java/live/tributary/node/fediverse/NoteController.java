// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.federation.vocab.outgoing.NoteWriter;
import live.tributary.node.gate.Problem;

/** The addresses of posts beside broadcasts: documents for servers, the watch page for people. */
@RestController
final class NoteController {

    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Videos videos;
    private final NoteDocuments documents;
    private final VideoDocuments videoDocuments;
    private final Addresses addresses;

    NoteController(Videos videos, NoteDocuments documents, VideoDocuments videoDocuments, Addresses addresses) {
        this.videos = videos;
        this.documents = documents;
        this.videoDocuments = videoDocuments;
        this.addresses = addresses;
    }

    @GetMapping(
            path = "/ap/n/{id}",
            produces = {ActivityAnswers.ACTIVITY_JSON, ActivityAnswers.LD_JSON})
    ResponseEntity<byte[]> note(@PathVariable String id) {
        var video = require(id);
        return documents
                .of(video)
                .map(note -> ActivityAnswers.document(NoteWriter.write(note), MAX_AGE))
                .or(() -> documents.tombstone(video).map(ActivityAnswers::gone))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    @GetMapping(
            path = "/ap/n/{id}",
            produces = {ActivityAnswers.HTML, ActivityAnswers.ANYTHING})
    ResponseEntity<byte[]> page(@PathVariable String id) {
        var video = require(id);
        if (video.removed()) {
            throw Problem.of(Problem.Kind.GONE);
        }
        return ActivityAnswers.page(addresses.page(videoDocuments.page(video)));
    }

    private AnnouncedVideo require(String id) {
        return RandomIds.parse(id)
                .flatMap(videos::find)
                .filter(AnnouncedVideo::noted)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }
}
