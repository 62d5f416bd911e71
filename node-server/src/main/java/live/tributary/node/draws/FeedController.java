// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.time.Duration;
import java.time.InstantSource;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.directory.Directory;
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

    FeedController(Draws draws, Directory directory, Feeds feeds, InstantSource clock) {
        this.draws = draws;
        this.directory = directory;
        this.feeds = feeds;
        this.clock = clock;
    }

    @GetMapping("/directory/live.json")
    ResponseEntity<byte[]> json() {
        return answer(JSON_FEED, LIVE_MAX_AGE).body(Json.bytes(feeds.json(draws.live())));
    }

    @GetMapping("/directory/live.atom")
    ResponseEntity<String> atom() {
        return answer(ATOM, LIVE_MAX_AGE).body(feeds.atom(draws.live(), clock.instant()));
    }

    @GetMapping("/directory/teams.opml")
    ResponseEntity<String> opml() {
        return answer(OPML, TEAMS_MAX_AGE).body(feeds.opml(directory.listed().values()));
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type, Duration maxAge) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(maxAge).cachePublic());
    }
}
