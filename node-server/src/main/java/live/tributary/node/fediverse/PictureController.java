// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.gate.Problem;

/** The pictures of our actors. */
@RestController
final class PictureController {

    private static final Duration MAX_AGE = Duration.ofDays(30);

    /** There are 24 colours, two sizes and three motifs, and no others are painted. */
    private final ConcurrentHashMap<ActorPicture, byte[]> painted = new ConcurrentHashMap<>();

    @GetMapping(ActorPicture.PATH + "{name}")
    ResponseEntity<byte[]> picture(@PathVariable String name) {
        var picture = ActorPicture.named(name).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
                .body(painted.computeIfAbsent(picture, ActorPicture::paint));
    }
}
