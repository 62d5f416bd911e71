// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.federation.vocab.outgoing.CollectionWriter;
import live.tributary.node.gate.Problem;

/** Both halves of a membership: whom a ring names, and which rings a team says it is in. */
@RestController
final class RingCollectionController {

    /** Whoever is told of a change reads it again at once. */
    private static final Duration MAX_AGE = Duration.ofSeconds(15);

    private final LocalActors locals;
    private final LocalRings rings;
    private final RingDocuments documents;
    private final Addresses addresses;

    RingCollectionController(LocalActors locals, LocalRings rings, RingDocuments documents, Addresses addresses) {
        this.locals = locals;
        this.rings = rings;
        this.documents = documents;
        this.addresses = addresses;
    }

    @GetMapping("/ap/r/{id}/members")
    ResponseEntity<byte[]> members(@PathVariable String id) {
        if (locals.lookup(id) instanceof ActorLookup.Known(LocalActor.Ring ring)) {
            return documents
                    .members(ring)
                    .map(document -> ActivityAnswers.document(document, MAX_AGE))
                    .orElseThrow(RingCollectionController::notFound);
        }
        throw notFound();
    }

    @GetMapping("/ap/g/{id}/rings")
    ResponseEntity<byte[]> rings(@PathVariable String id) {
        if (locals.lookup(id) instanceof ActorLookup.Known(LocalActor.Group group)) {
            var address = addresses.under(group).rings();
            return ActivityAnswers.document(CollectionWriter.complete(address, rings.named(group.team())), MAX_AGE);
        }
        throw notFound();
    }

    private static Problem notFound() {
        return Problem.of(Problem.Kind.NOT_FOUND);
    }
}
