// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;

import live.tributary.federation.vocab.outgoing.CollectionWriter;
import live.tributary.federation.vocab.outgoing.VideoAddresses;
import live.tributary.node.gate.Problem;

/**
 * What hangs below our broadcasts. PeerTube takes the number of likes from here at every change of the video, and forgets
 * each share that the pages do not name; an instance that lost all shares loses the video.
 */
@RestController
final class VideoCollectionController {

    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Videos videos;
    private final OutboxStore outbox;
    private final Responses responses;
    private final Addresses addresses;

    VideoCollectionController(Videos videos, OutboxStore outbox, Responses responses, Addresses addresses) {
        this.videos = videos;
        this.outbox = outbox;
        this.responses = responses;
        this.addresses = addresses;
    }

    @GetMapping("/ap/v/{id}/likes")
    ResponseEntity<byte[]> likes(@PathVariable String id) {
        var video = requireShown(id);
        return counted(below(video).likes(), responses.likes(video));
    }

    /** Nobody counts them here. */
    @GetMapping("/ap/v/{id}/dislikes")
    ResponseEntity<byte[]> dislikes(@PathVariable String id) {
        return counted(below(requireShown(id)).dislikes(), 0);
    }

    /** Counts everybody's; the pages name our own alone, as somebody's boost may be for their followers only. */
    @GetMapping("/ap/v/{id}/shares")
    ResponseEntity<byte[]> shares(@PathVariable String id) {
        var video = requireShown(id);
        return cover(below(video).shares(), shares(video).size() + responses.boosts(video));
    }

    @GetMapping("/ap/v/{id}/shares/page/{number}")
    ResponseEntity<byte[]> sharesPage(@PathVariable String id, @PathVariable int number) {
        var video = requireShown(id);
        return page(below(video).shares(), shares(video), number);
    }

    @GetMapping("/ap/v/{id}/replies")
    ResponseEntity<byte[]> replies(@PathVariable String id) {
        var video = requireShown(id);
        return cover(below(video).replies(), responses.replies(video).size());
    }

    @GetMapping("/ap/v/{id}/replies/page/{number}")
    ResponseEntity<byte[]> repliesPage(@PathVariable String id, @PathVariable int number) {
        var video = requireShown(id);
        return page(below(video).replies(), responses.replies(video), number);
    }

    private static ResponseEntity<byte[]> counted(URI collection, int count) {
        return ActivityAnswers.document(CollectionWriter.counted(collection, count), MAX_AGE);
    }

    private static ResponseEntity<byte[]> cover(URI collection, int count) {
        return ActivityAnswers.document(CollectionWriter.paged(collection, count, address(collection, 1)), MAX_AGE);
    }

    /** @param number from 1; there is a first page of nothing, too */
    private static ResponseEntity<byte[]> page(URI collection, List<URI> all, int number) {
        long before = (number - 1L) * CollectionWriter.PAGE_ITEMS;
        if (before < 0 || before > Math.max(0, all.size() - 1)) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        var items = all.stream()
                .skip(before)
                .limit(CollectionWriter.PAGE_ITEMS)
                .map(item -> JsonNodeFactory.instance.stringNode(item.toString()))
                .toList();
        var id = address(collection, number);
        var page = before + items.size() < all.size()
                ? CollectionWriter.page(id, collection, items, address(collection, number + 1))
                : CollectionWriter.lastPage(id, collection, items);
        return ActivityAnswers.document(page, MAX_AGE);
    }

    private static URI address(URI collection, int page) {
        return URI.create(collection + "/page/" + page);
    }

    private List<URI> shares(UUID video) {
        return outbox.shares(video).stream().map(addresses::activity).toList();
    }

    private VideoAddresses below(UUID video) {
        return new VideoAddresses(addresses.video(video));
    }

    private UUID requireShown(String id) {
        var video = RandomIds.parse(id).flatMap(videos::find).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        if (video.removed()) {
            throw Problem.of(Problem.Kind.GONE);
        }
        return video.id();
    }
}
