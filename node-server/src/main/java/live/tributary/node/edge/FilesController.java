// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.gate.Problem;
import live.tributary.web.asset.Brand;

/** Small files that are made and not built. */
@Controller
final class FilesController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Three streams that join. */
    private static final String MARK = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
            <rect width="32" height="32" rx="9" fill="#2b6f8f"/>
            <path d="M8 8c0 8 8 7 8 16M24 8c0 8-8 7-8 16M16 7v17" fill="none" stroke="#fff" stroke-width="3"             stroke-linecap="round"/>
            </svg>
            """;

    /** The address names the colours, so that it may be cached for ever. */
    @GetMapping("/brand.css")
    ResponseEntity<String> brand(@RequestParam(name = "v", defaultValue = "") String version) {
        var brand = Brand.parse(version).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.valueOf("text/css"))
                .body(brand.css());
    }

    @GetMapping({"/favicon.ico", "/favicon.svg"})
    ResponseEntity<String> mark() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(MARK);
    }
}
