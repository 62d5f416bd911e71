// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.gate.Visitor;

/**
 * Where other servers post (ActivityPub, 7.1): an inbox for each actor, and one for all. They are the same: an activity says
 * itself whom it is about.
 */
@RestController
final class InboxController {

    private static final byte[] NOTHING = {};

    private final Actors actors;
    private final FrontOffice office;

    InboxController(Actors actors, FrontOffice office) {
        this.actors = actors;
        this.office = office;
    }

    @PostMapping({"/ap/inbox", "/ap/actor/inbox"})
    ResponseEntity<String> shared(
            ServerHttpRequest request, Visitor visitor, @RequestBody(required = false) byte @Nullable [] body) {
        return response(office.receive(request, body == null ? NOTHING : body, visitor));
    }

    @PostMapping({"/ap/g/{id}/inbox", "/ap/p/{id}/inbox", "/ap/r/{id}/inbox"})
    ResponseEntity<String> ofActor(
            @PathVariable String id,
            ServerHttpRequest request,
            Visitor visitor,
            @RequestBody(required = false) byte @Nullable [] body) {
        var recipient = ActorId.parse(id).map(actors::find).orElseGet(ActorLookup.Unknown::new);
        return switch (recipient) {
            case ActorLookup.Known _ -> shared(request, visitor, body);
            case ActorLookup.Gone _ -> response(Answer.refused(Answer.Why.GONE_ACTOR, "This actor is gone."));
            case ActorLookup.Unknown _ ->
                response(Answer.refused(Answer.Why.UNKNOWN_ACTOR, "There is no such actor here."));
        };
    }

    private static ResponseEntity<String> response(Answer answer) {
        return switch (answer) {
            case Answer.Kept _, Answer.Taken _ -> ResponseEntity.accepted().build();
            case Answer.Refused(var why, var because, var retryAfter) -> {
                var response = ResponseEntity.status(why.status()).contentType(MediaType.TEXT_PLAIN);
                if (!retryAfter.isZero()) {
                    response.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
                }
                yield response.body(because);
            }
        };
    }
}
