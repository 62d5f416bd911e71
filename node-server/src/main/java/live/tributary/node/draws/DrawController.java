// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.ledger.Json;

/** The page of a directory for programs, and for the script of the page. */
@RestController
final class DrawController {

    private static final Duration HOUSE_MAX_AGE = Duration.ofSeconds(15);

    private final Draws draws;
    private final Searches searches;

    DrawController(Draws draws, Searches searches) {
        this.draws = draws;
        this.searches = searches;
    }

    @GetMapping("/api/v1/directory/draw")
    ResponseEntity<byte[]> draw(
            @RequestParam(defaultValue = "") String n,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") List<String> lang,
            @RequestParam(defaultValue = "") List<String> tag,
            @RequestParam(defaultValue = "") List<String> hide,
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            Visitor visitor) {
        var drawn = page(
                PageRequest.nonce(n),
                at,
                PageRequest.filter(lang, tag, hide, searches.live(q)),
                PageRequest.page(page));
        draws.shown(Actor.SYSTEM, drawn, visitor.transport().client(), agent);
        var cache = drawn.ofTheHouse() ? CacheControl.maxAge(HOUSE_MAX_AGE).cachePublic() : CacheControl.noStore();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(cache)
                .body(Json.bytes(PageJson.write(drawn)));
    }

    /** What a visitor keeps of a page, signed: in a file, to be checked when the key of the day is out. */
    @GetMapping("/api/v1/directory/receipt")
    ResponseEntity<String> receipt(
            @RequestParam(defaultValue = "") String n,
            @RequestParam String at,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") List<String> lang,
            @RequestParam(defaultValue = "") List<String> tag,
            @RequestParam(defaultValue = "") List<String> hide,
            @RequestParam(defaultValue = "") String q) {
        var drawn = page(
                PageRequest.nonce(n),
                at,
                PageRequest.filter(lang, tag, hide, searches.live(q)),
                PageRequest.page(page));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(draws.receipt(drawn).write());
    }

    private DrawnPage page(Nonce nonce, String at, Filter filter, int number) {
        Optional<DrawnPage> drawn = at.isEmpty()
                ? draws.page(nonce, filter, number)
                : draws.page(PageRequest.minute(at), nonce, filter, number);
        return drawn.orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND)
                .saying("There is no draw of this minute, or not any more. Ask without a minute for the newest."));
    }
}
