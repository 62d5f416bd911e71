// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.outgoing.CollectionWriter;
import live.tributary.node.gate.Problem;

/**
 * What our actors have said of broadcasts that are still there. PeerTube reads the outbox of a Group and of the node
 * right after it was accepted as a follower.
 */
@RestController
final class OutboxController {

    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String FROM_THE_LATEST = "9223372036854775807";

    private final LocalActors locals;
    private final OutboxStore store;
    private final SayingStore sayings;
    private final Addresses addresses;

    OutboxController(LocalActors locals, OutboxStore store, SayingStore sayings, Addresses addresses) {
        this.locals = locals;
        this.store = store;
        this.sayings = sayings;
        this.addresses = addresses;
    }

    @GetMapping({"/ap/g/{id}/outbox", "/ap/p/{id}/outbox", "/ap/r/{id}/outbox"})
    ResponseEntity<byte[]> outbox(@PathVariable String id) {
        return cover(require(locals.lookup(id)));
    }

    @GetMapping("/ap/actor/outbox")
    ResponseEntity<byte[]> outboxOfNode() {
        return cover(require(locals.node()));
    }

    /** @param below the place of the last that was seen */
    @GetMapping({"/ap/g/{id}/outbox/page", "/ap/p/{id}/outbox/page", "/ap/r/{id}/outbox/page"})
    ResponseEntity<byte[]> page(@PathVariable String id, @RequestParam(defaultValue = FROM_THE_LATEST) long below) {
        return page(require(locals.lookup(id)), below);
    }

    /** @param below the place of the last that was seen */
    @GetMapping("/ap/actor/outbox/page")
    ResponseEntity<byte[]> pageOfNode(@RequestParam(defaultValue = FROM_THE_LATEST) long below) {
        return page(require(locals.node()), below);
    }

    @GetMapping("/ap/a/{id}")
    ResponseEntity<byte[]> activity(@PathVariable String id) {
        return RandomIds.parse(id)
                .flatMap(sayings::listed)
                .map(document -> ActivityAnswers.document(document, MAX_AGE))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private ResponseEntity<byte[]> cover(LocalActor actor) {
        var outbox = addresses.under(actor).outbox();
        var cover = CollectionWriter.paged(outbox, store.count(actor.id()), page(outbox));
        return ActivityAnswers.document(cover, MAX_AGE);
    }

    private ResponseEntity<byte[]> page(LocalActor actor, long below) {
        var outbox = addresses.under(actor).outbox();
        var shown = store.page(actor.id(), below, CollectionWriter.PAGE_ITEMS);
        var items = shown.stream().map(OutboxController::item).toList();
        var id = String.valueOf(below).equals(FROM_THE_LATEST) ? page(outbox) : page(outbox, below);
        var page = shown.size() < CollectionWriter.PAGE_ITEMS
                ? CollectionWriter.lastPage(id, outbox, items)
                : CollectionWriter.page(
                        id, outbox, items, page(outbox, shown.getLast().place()));
        return ActivityAnswers.document(page, MAX_AGE);
    }

    /** As it was sent, but for its context and its proof: the proof signs the context, which the page has for all. */
    private static ObjectNode item(OutboxStore.Shown shown) {
        var document = (ObjectNode) MAPPER.readTree(shown.document());
        return document.without(List.of("@context", "proof"));
    }

    private static URI page(URI outbox) {
        return URI.create(outbox + "/page");
    }

    private static URI page(URI outbox, long below) {
        return URI.create("%s/page?below=%d".formatted(outbox, below));
    }

    private static LocalActor require(ActorLookup lookup) {
        if (lookup instanceof ActorLookup.Known(var actor)) {
            return actor;
        }
        throw Problem.of(Problem.Kind.NOT_FOUND);
    }
}
