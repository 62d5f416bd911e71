// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Outcome;
import live.tributary.federation.nodeinfo.NodeInfoClient;
import live.tributary.federation.remote.KeyLookUp;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.remote.Retrieval;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.webfinger.Handle;
import live.tributary.federation.webfinger.LookUp;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.web.page.LookUpPage.Finding;
import live.tributary.web.page.LookUpPage.Stage;
import live.tributary.web.page.LookUpPage.Step;

/** Looks at one account on another server, as far as there is something to look at. Asks that server now, and blocks. */
final class RemoteCheck {

    /** Who pays for the fetches of a key, beside the addresses of strangers. */
    private static final String OPERATOR = "operator";

    private static final int NOT_SIGNED_IN = 401;
    private static final int FORBIDDEN = 403;

    private final Clients clients;
    private final Budget budget = Budget.ofOneActivity();
    private final List<Step> steps = new ArrayList<>();

    RemoteCheck(Clients clients) {
        this.clients = clients;
    }

    /** How other servers are asked. */
    record Clients(WebFingerClient webFinger, RemoteDocuments documents, RemoteKeys keys, NodeInfoClient nodeInfo) {}

    /** From a name as people write it. */
    List<Step> of(Handle handle) {
        note(clients.webFinger().find(handle, budget)).flatMap(this::actor).ifPresent(this::keyAndServer);
        return withSkipped();
    }

    /** From the address of the account itself. */
    List<Step> of(URI address) {
        actor(address).ifPresent(actor -> {
            note(clients.webFinger().confirm(actor.id(), actor.handle(), budget));
            keyAndServer(actor);
        });
        return withSkipped();
    }

    /** Of a server that is not asked at all. */
    static List<Step> blocked(String host) {
        return List.of(new Step(Stage.SERVER, Finding.BLOCKED, host));
    }

    private Optional<URI> note(LookUp name) {
        return switch (name) {
            case LookUp.Found(var handle, var actor, var _) -> {
                add(Stage.NAME, Finding.GOOD, handle.toString());
                yield Optional.of(actor);
            }
            case LookUp.Nobody(var handle, var _) -> wrong(Stage.NAME, Finding.NO_ACTOR, handle.toString());
            case LookUp.Contradiction(var _, var why) -> wrong(Stage.NAME, Finding.OTHER_ADDRESS, why);
            case LookUp.NoAnswer(var _, var outcome) -> wrong(Stage.NAME, finding(outcome), outcome.words());
        };
    }

    private Optional<RemoteActor> actor(URI address) {
        return switch (clients.documents().fetch(address, budget)) {
            case Retrieval.Fetched(var id, var document) -> {
                var actor = ActorReader.read(document);
                if (actor.isEmpty()) {
                    yield wrong(Stage.ACTOR, Finding.UNREADABLE, id.toString());
                }
                add(Stage.ACTOR, Finding.GOOD, id.toString());
                yield actor;
            }
            case Retrieval.Gone(var id) -> wrong(Stage.ACTOR, Finding.GONE, id.toString());
            case Retrieval.Missing(var id) -> wrong(Stage.ACTOR, Finding.NOT_FOUND, id.toString());
            case Retrieval.Untrusted untrusted -> wrong(Stage.ACTOR, Finding.UNREADABLE, untrusted.words());
            case Retrieval.Failed(var _, var outcome) -> wrong(Stage.ACTOR, finding(outcome), outcome.words());
        };
    }

    private void keyAndServer(RemoteActor actor) {
        keyOf(actor).ifPresentOrElse(this::key, () -> add(Stage.KEY, Finding.NO_KEY, ""));
        clients.nodeInfo()
                .software(actor.id(), budget)
                .ifPresentOrElse(
                        software -> add(
                                Stage.SERVER,
                                Finding.GOOD,
                                "%s %s"
                                        .formatted(software.name(), software.version())
                                        .strip()),
                        () -> add(Stage.SERVER, Finding.UNSAID, ""));
    }

    private void key(URI id) {
        switch (clients.keys().find(id, OPERATOR, budget)) {
            case KeyLookUp.Found(var key) ->
                add(Stage.KEY, Finding.GOOD, key.keyId().toString());
            case KeyLookUp.NotFound(var _, var why) -> add(Stage.KEY, Finding.FOREIGN_KEY, why);
            case KeyLookUp.TooOften(var keyId) -> add(Stage.KEY, Finding.TOO_OFTEN, keyId.toString());
            case KeyLookUp.NoRoom(var keyId) -> add(Stage.KEY, Finding.TOO_OFTEN, keyId.toString());
        }
    }

    /** What the account calls its key: the only one, or the first of several. */
    private static Optional<URI> keyOf(RemoteActor actor) {
        var published = actor.document().path("publicKey");
        var key = published.isArray() ? published.path(0) : published;
        try {
            var id = new URI(key.path("id").asString(""));
            return id.isAbsolute() ? Optional.of(id) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Finding finding(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered
            when answered.status() == NOT_SIGNED_IN || answered.status() == FORBIDDEN -> Finding.REFUSED;
            case Outcome.Answered _ -> Finding.BROKEN;
            case Outcome.Refused _ -> Finding.NOT_ALLOWED;
            case Outcome.NotResolvable _ -> Finding.NO_SUCH_SERVER;
            case Outcome.TimedOut _, Outcome.Broken _ -> Finding.NO_ANSWER;
            case Outcome.TooLarge _ -> Finding.TOO_LARGE;
        };
    }

    private <T> Optional<T> wrong(Stage stage, Finding finding, String detail) {
        add(stage, finding, detail);
        return Optional.empty();
    }

    private void add(Stage stage, Finding finding, String detail) {
        steps.add(new Step(stage, finding, detail));
    }

    private List<Step> withSkipped() {
        for (var stage : Stage.values()) {
            if (steps.stream().noneMatch(step -> step.stage() == stage)) {
                add(stage, Finding.SKIPPED, "");
            }
        }
        return List.copyOf(steps);
    }
}
