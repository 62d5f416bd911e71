// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.federation.vocab.outgoing.VideoWriter;
import live.tributary.node.gate.Problem;

/** The addresses of broadcasts: documents for servers, the watch page for people. Lemmy links to them as they are. */
@RestController
final class VideoController {

    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final Videos videos;
    private final VideoDocuments documents;
    private final VideoPictures pictures;
    private final Addresses addresses;

    VideoController(Videos videos, VideoDocuments documents, VideoPictures pictures, Addresses addresses) {
        this.videos = videos;
        this.documents = documents;
        this.pictures = pictures;
        this.addresses = addresses;
    }

    @GetMapping(
            path = "/ap/v/{id}",
            produces = {ActivityAnswers.ACTIVITY_JSON, ActivityAnswers.LD_JSON})
    ResponseEntity<byte[]> video(@PathVariable String id) {
        var video = require(id);
        return documents
                .of(video)
                .map(document ->
                        ActivityAnswers.document(VideoWriter.write(document), MAX_AGE, Long.toString(video.sequence())))
                .or(() -> documents.tombstone(video).map(ActivityAnswers::gone))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    @GetMapping(
            path = "/ap/v/{id}",
            produces = {ActivityAnswers.HTML, ActivityAnswers.ANYTHING})
    ResponseEntity<byte[]> page(@PathVariable String id) {
        var video = requireShown(id);
        return ActivityAnswers.page(addresses.page(documents.page(video)));
    }

    @GetMapping("/ap/v/{id}/still-{width}.jpg")
    ResponseEntity<byte[]> still(@PathVariable String id, @PathVariable String width) {
        var video = requireShown(id);
        var picture = VideoPictures.size(width)
                .map(size -> pictures.of(video, size))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .cacheControl(CacheControl.maxAge(picture.maxAge()).cachePublic())
                .body(picture.jpeg());
    }

    private AnnouncedVideo requireShown(String id) {
        var video = require(id);
        if (video.removed()) {
            throw Problem.of(Problem.Kind.GONE);
        }
        return video;
    }

    private AnnouncedVideo require(String id) {
        return RandomIds.parse(id).flatMap(videos::find).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }
}
