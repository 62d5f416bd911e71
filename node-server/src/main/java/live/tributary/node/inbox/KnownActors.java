// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.Origins;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.jsonld.PlainReading;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.remote.Retrieval;
import live.tributary.federation.signature.Origin;
import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.ActorType;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.webfinger.Handle;

/** Who somebody elsewhere is. Asks there, so never within a transaction. Any thread that may block. */
final class KnownActors {

    /** What was said of an actor counts for so long without asking again. */
    static final Duration FRESH = Duration.ofHours(24);

    private static final int LONGEST_NAME = 100;

    private final KnownActorStore store;
    private final RemoteDocuments documents;
    private final PlainJson plain;
    private final InstantSource clock;

    KnownActors(KnownActorStore store, RemoteDocuments documents, PlainJson plain, InstantSource clock) {
        this.store = store;
        this.documents = documents;
        this.plain = plain;
        this.clock = clock;
    }

    Acquaintance find(URI id, Budget budget) {
        var oldest = clock.instant().minus(FRESH);
        return store.find(id)
                .filter(actor -> actor.fetchedAt().isAfter(oldest))
                .<Acquaintance>map(Acquaintance.Known::new)
                .orElseGet(() -> store.isGone(id) ? new Acquaintance.Gone() : ask(id, budget));
    }

    /** As they are now. */
    Acquaintance ask(URI id, Budget budget) {
        var retrieval = documents.fetch(id, budget);
        return retrieval instanceof Retrieval.Fetched(var found, var _) && !found.equals(id)
                ? new Acquaintance.Nobody("%s is %s".formatted(id, found))
                : read(retrieval);
    }

    /** Who is found at an address, which may be that of their page. */
    Acquaintance at(URI address, Budget budget) {
        return read(documents.fetch(address, budget));
    }

    private Acquaintance read(Retrieval retrieval) {
        return switch (retrieval) {
            case Retrieval.Fetched(var id, var document) -> read(id, document);
            case Retrieval.Gone _ -> new Acquaintance.Gone();
            case Retrieval.Missing missing -> new Acquaintance.Nobody(missing.words());
            case Retrieval.Untrusted untrusted -> new Acquaintance.Nobody(untrusted.words());
            case Retrieval.Failed failed -> new Acquaintance.NotNow(failed.words());
        };
    }

    private Acquaintance read(URI id, ObjectNode document) {
        var reading = plain.read(document);
        if (reading instanceof PlainReading.Refused refused && refused.isForNow()) {
            return new Acquaintance.NotNow("too much waits to be read");
        }
        var actor = reading instanceof PlainReading.Plain(var words)
                ? ActorReader.read(words)
                : Optional.<RemoteActor>empty();
        // What was fetched has this id as plain JSON. In our words it may have another: a context can rename members.
        if (actor.filter(read -> read.id().equals(id) && Origins.same(read.inbox(), id))
                .isEmpty()) {
            return new Acquaintance.Nobody("%s is no actor with an inbox on its own server".formatted(id));
        }
        return new Acquaintance.Known(remember(actor.get()));
    }

    /** Of somebody whose document was fetched from its own address. */
    KnownActor remember(RemoteActor actor) {
        var known = known(actor);
        store.put(known);
        return known;
    }

    private KnownActor known(RemoteActor actor) {
        var host = host(actor.id());
        var handle = handle(actor.handle(), host);
        var name = StrangersText.line(actor.name(), LONGEST_NAME);
        return new KnownActor(
                actor.id(),
                host,
                inWords(actor.type()),
                handle,
                name.isBlank() ? handle : name,
                actor.link(ActorLink.PAGE).orElse(actor.id()),
                actor.inbox(),
                sharedInbox(actor),
                clock.instant());
    }

    /** Nobody has what is for many sent to a server that is not theirs. */
    private static URI sharedInbox(RemoteActor actor) {
        var shared = actor.deliveryInbox();
        return Origins.same(shared, actor.id()) ? shared : actor.inbox();
    }

    /** Host, and port where it is not the usual one, in lower case. */
    static String host(URI address) {
        return Origin.of(address).map(Origin::authority).orElse("").toLowerCase(Locale.ROOT);
    }

    /** As ActivityStreams writes it. */
    private static String inWords(ActorType type) {
        return switch (type) {
            case PERSON -> "Person";
            case GROUP -> "Group";
            case APPLICATION -> "Application";
            case SERVICE -> "Service";
            case ORGANIZATION -> "Organization";
        };
    }

    /** Empty where no handle can be made of it: such as {@code ana@pond.example}, which would pose as somebody there. */
    private static String handle(String told, String host) {
        return Handle.parse(told + "@" + host).map(Handle::name).orElse("");
    }
}
