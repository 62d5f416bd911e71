// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.gate.Problem;

/** The dates that our teams announce, for servers and for people; and for whom they vouch. */
@RestController
final class EventController {

    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final LocalActors locals;
    private final EventDocuments documents;
    private final Addresses addresses;

    EventController(LocalActors locals, EventDocuments documents, Addresses addresses) {
        this.locals = locals;
        this.documents = documents;
        this.addresses = addresses;
    }

    @GetMapping("/ap/g/{id}/events")
    ResponseEntity<byte[]> ofTeam(@PathVariable String id) {
        if (locals.lookup(id) instanceof ActorLookup.Known(LocalActor.Group group)) {
            return ActivityAnswers.document(documents.of(group), MAX_AGE);
        }
        throw notFound();
    }

    /** For whom a team vouches: the same for everybody. */
    @GetMapping("/ap/g/{id}/vouches")
    ResponseEntity<byte[]> vouches(@PathVariable String id) {
        if (locals.lookup(id) instanceof ActorLookup.Known(LocalActor.Group group)) {
            return ActivityAnswers.document(documents.vouches(group), MAX_AGE);
        }
        throw notFound();
    }

    @GetMapping(
            path = "/ap/e/{id}",
            produces = {ActivityAnswers.ACTIVITY_JSON, ActivityAnswers.LD_JSON})
    ResponseEntity<byte[]> event(@PathVariable String id) {
        return documents
                .of(require(id))
                .map(document -> ActivityAnswers.document(document, MAX_AGE))
                .orElseThrow(EventController::notFound);
    }

    @GetMapping(
            path = "/ap/e/{id}",
            produces = {ActivityAnswers.HTML, ActivityAnswers.ANYTHING})
    ResponseEntity<byte[]> page(@PathVariable String id) {
        return documents
                .page(require(id))
                .map(path -> ActivityAnswers.page(addresses.page(path)))
                .orElseThrow(EventController::notFound);
    }

    private static UUID require(String id) {
        return RandomIds.parse(id).orElseThrow(EventController::notFound);
    }

    private static Problem notFound() {
        return Problem.of(Problem.Kind.NOT_FOUND);
    }
}
