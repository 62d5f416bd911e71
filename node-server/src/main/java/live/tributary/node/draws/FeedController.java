// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.kernel.Written;
import live.tributary.node.ledger.Json;

/** Who is live for feed readers, in the order of the draw of the house, which is not counted here; and all teams, to import. */
@RestController
final class FeedController {

    /** Whoever is live is to be in the lists within five seconds. */
    private static final Duration LIVE_MAX_AGE = Duration.ofSeconds(4);

    private static final Duration TEAMS_MAX_AGE = Duration.ofMinutes(1);
    private static final MediaType JSON_FEED = MediaType.parseMediaType("application/feed+json");
    private static final MediaType OPML = MediaType.parseMediaType("text/x-opml;charset=UTF-8");
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final Draws draws;
    private final Directory directory;
    private final Feeds feeds;
    private final InstantSource clock;
    private final Written<List<LiveGroup>> json = new Written<>();
    private final Written<List<LiveGroup>> atom = new Written<>();
    private final Written<Map<URI, ListedGroup>> opml = new Written<>();

    FeedController(Draws draws, Directory directory, Feeds feeds, InstantSource clock) {
        this.draws = draws;
        this.directory = directory;
        this.feeds = feeds;
        this.clock = clock;
    }

    @GetMapping("/directory/live.json")
    ResponseEntity<byte[]> json() {
        var live = draws.live();
        return answer(JSON_FEED, LIVE_MAX_AGE, json.get(live, () -> Json.bytes(feeds.json(live))));
    }

    @GetMapping("/directory/live.atom")
    ResponseEntity<byte[]> atom() {
        var live = draws.live();
        return answer(ATOM, LIVE_MAX_AGE, atom.get(live, () -> bytes(feeds.atom(live, clock.instant()))));
    }

    @GetMapping("/directory/teams.opml")
    ResponseEntity<byte[]> opml() {
        var listed = directory.listed();
        return answer(OPML, TEAMS_MAX_AGE, opml.get(listed, () -> bytes(feeds.opml(listed.values()))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, Duration maxAge, Written.Text text) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(maxAge).cachePublic())
                .eTag(text.tag())
                .body(text.bytes());
    }
}
