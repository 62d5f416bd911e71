// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.fediverse.RingDocuments;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.rings.Ring;
import live.tributary.node.rings.RingMaps;
import live.tributary.node.rings.RingStretch.Way;
import live.tributary.node.rings.Rings;

/**
 * Rings for everybody, on the node that keeps one and on the nodes of all its members: the page, the way on, the badge. The way
 * on is a plain link that needs neither script nor federation.
 */
@Controller
final class RingController {

    private static final String PAGE = "/ring/{slug}";
    private static final Duration BADGE_MAX_AGE = Duration.ofMinutes(1);

    private final Rings rings;
    private final RingMaps maps;
    private final RingViews views;
    private final RingDocuments documents;
    private final Frames frames;

    RingController(Rings rings, RingMaps maps, RingViews views, RingDocuments documents, Frames frames) {
        this.rings = rings;
        this.maps = maps;
        this.views = views;
        this.documents = documents;
        this.frames = frames;
    }

    @GetMapping(
            path = PAGE,
            produces = {"text/html", "*/*"})
    Answer page(@PathVariable String slug, Visitor visitor) {
        var ring = find(slug);
        return Answer.show(views.page(frames.of(visitor, ring.slug().path()), maps.of(ring)));
    }

    @GetMapping(path = PAGE, produces = "application/json")
    ResponseEntity<byte[]> json(@PathVariable String slug) {
        var ring = find(slug);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(RingJson.of(maps.of(ring), signed(ring)));
    }

    /** A server that asks is sent to the ring's own address, be it here or elsewhere. */
    @GetMapping(
            path = PAGE,
            produces = {"application/activity+json", "application/ld+json"})
    ResponseEntity<Void> actor(@PathVariable String slug) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(find(slug).actor())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GetMapping(PAGE + "/next")
    ResponseEntity<Void> next(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "") String referer) {
        return onward(slug, Way.NEXT, from, referer);
    }

    @GetMapping(PAGE + "/previous")
    ResponseEntity<Void> previous(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "") String referer) {
        return onward(slug, Way.PREVIOUS, from, referer);
    }

    @GetMapping(PAGE + "/badge.svg")
    ResponseEntity<byte[]> badge(@PathVariable String slug) {
        var stretch = maps.of(find(slug));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(BADGE_MAX_AGE).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(RingBadge.svg(stretch, views.page(stretch)).getBytes(StandardCharsets.UTF_8));
    }

    /** The next page learns from which site visitors come, and no more. */
    private ResponseEntity<Void> onward(String slug, Way way, String from, String referer) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(maps.onward(find(slug), way, from, referer))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "origin")
                .build();
    }

    private String signed(Ring ring) {
        return ring.hosted()
                ? documents
                        .members(Actor.SYSTEM, ring.actor())
                        .map(Object::toString)
                        .orElse("")
                : rings.signed(ring);
    }

    private Ring find(String slug) {
        return rings.named(slug).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }
}
