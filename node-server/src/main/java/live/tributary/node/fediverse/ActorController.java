// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.federation.vocab.outgoing.ActorWriter;
import live.tributary.federation.vocab.outgoing.Tombstone;
import live.tributary.node.gate.Problem;

/**
 * The addresses of our actors: documents for servers, pages for people. Never asks for a signature: two servers that
 * both did could not learn each other's keys.
 */
@RestController
final class ActorController {

    private static final Duration MAX_AGE = Duration.ofMinutes(3);

    private final LocalActors locals;
    private final ActorDocuments documents;
    private final Pages pages;
    private final Addresses addresses;

    ActorController(LocalActors locals, ActorDocuments documents, Pages pages, Addresses addresses) {
        this.locals = locals;
        this.documents = documents;
        this.pages = pages;
        this.addresses = addresses;
    }

    @GetMapping(
            path = "/ap/actor",
            produces = {ActivityAnswers.ACTIVITY_JSON, ActivityAnswers.LD_JSON})
    ResponseEntity<byte[]> node() {
        return document(locals.node());
    }

    @GetMapping(
            path = "/ap/actor",
            produces = {ActivityAnswers.HTML, ActivityAnswers.ANYTHING})
    ResponseEntity<byte[]> nodePage() {
        return page(locals.node());
    }

    @GetMapping(
            path = {"/ap/g/{id}", "/ap/p/{id}", "/ap/r/{id}"},
            produces = {ActivityAnswers.ACTIVITY_JSON, ActivityAnswers.LD_JSON})
    ResponseEntity<byte[]> actor(@PathVariable String id) {
        return document(locals.lookup(id));
    }

    @GetMapping(
            path = {"/ap/g/{id}", "/ap/p/{id}", "/ap/r/{id}"},
            produces = {ActivityAnswers.HTML, ActivityAnswers.ANYTHING})
    ResponseEntity<byte[]> actorPage(@PathVariable String id) {
        return page(locals.lookup(id));
    }

    /** The team's page, asked for by a server: people paste it into a search of theirs. */
    @GetMapping(
            path = "/@{team}",
            produces = {ActivityAnswers.ACTIVITY_JSON, ActivityAnswers.LD_JSON})
    ResponseEntity<byte[]> team(@PathVariable String team) {
        return pages.team(team)
                .map(group -> document(new ActorLookup.Known(group)))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    /** The page where a member is watched, likewise. */
    @GetMapping(
            path = "/@{team}/{member}",
            produces = {ActivityAnswers.ACTIVITY_JSON, ActivityAnswers.LD_JSON})
    ResponseEntity<byte[]> member(@PathVariable String team, @PathVariable String member) {
        return pages.member(team, member)
                .map(person -> document(new ActorLookup.Known(person)))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
    }

    private ResponseEntity<byte[]> document(ActorLookup lookup) {
        return switch (lookup) {
            case ActorLookup.Known(var actor) ->
                documents
                        .of(actor)
                        .map(document -> ActivityAnswers.document(ActorWriter.write(document), MAX_AGE))
                        .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
            case ActorLookup.Gone(var actor, var at) ->
                ActivityAnswers.gone(new Tombstone(addresses.of(actor), formerType(actor), at));
            case ActorLookup.Unknown() -> throw Problem.of(Problem.Kind.NOT_FOUND);
        };
    }

    private static String formerType(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application _ -> "Application";
            case LocalActor.Group _ -> "Group";
            case LocalActor.Ring _ -> "Service";
            case LocalActor.Steward _, LocalActor.Person _ -> "Person";
        };
    }

    private ResponseEntity<byte[]> page(ActorLookup lookup) {
        return switch (lookup) {
            case ActorLookup.Known(var actor) -> ActivityAnswers.page(addresses.page(documents.page(actor)));
            case ActorLookup.Gone _ ->
                ResponseEntity.status(HttpStatus.GONE)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .build();
            case ActorLookup.Unknown() -> throw Problem.of(Problem.Kind.NOT_FOUND);
        };
    }
}
