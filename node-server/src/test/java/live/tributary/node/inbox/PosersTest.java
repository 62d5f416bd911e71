// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.jsonld.PlainJson;
import live.tributary.federation.remote.RemoteDocuments;
import live.tributary.federation.vocab.Reference;
import live.tributary.federation.webfinger.Handle;
import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Instants;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents elsewhere that want to be taken for others. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PosersTest {

    private static final URI VICTIM = URI.create("https://pond.example/users/victim");

    /** Who reads plain JSON reads {@code id}, and who reads JSON-LD reads {@code self}. */
    private static final JsonNode RENAMED = JsonMapper.shared().readTree("""
            ["https://www.w3.org/ns/activitystreams", {"id": "https://example.org/id", "self": "@id"}]""");

    private final Elsewhere elsewhere = Elsewhere.start();
    private final ClockAhead clock = new ClockAhead();
    private final FederatedNode node;
    private final People people;
    private final KnownActors actors;
    private final Originals originals;
    private Instant lookedUpSince = Instant.EPOCH;

    PosersTest(TestDatabase database, @TempDir Path data) {
        node = FederatedNode.start(database, clock, data);
        people = node.get(People.class);
        actors = node.get(KnownActors.class);
        originals = new Originals(node.get(RemoteDocuments.class), node.get(PlainJson.class));
    }

    @AfterAll
    void stop() {
        node.close();
        elsewhere.close();
    }

    private Acquaintance ask(String name, ObjectNode document) {
        elsewhere.showAsIs(elsewhere.actor(name), document);
        return actors.ask(elsewhere.actor(name), Budget.ofOneActivity());
    }

    private KnownActor known(String name, ObjectNode document) {
        assertThat(ask(name, document)).isInstanceOf(Acquaintance.Known.class);
        return node.get(KnownActorStore.class).find(elsewhere.actor(name)).orElseThrow();
    }

    private static ObjectNode posing(ObjectNode document, URI as) {
        document.put("self", as.toString());
        document.set("@context", RENAMED);
        return document;
    }

    @Test
    void anActorIsNobodyElseInOtherWords() {
        assertThat(ask("mallory", posing(elsewhere.person("mallory"), VICTIM))).isInstanceOf(Acquaintance.Nobody.class);
        assertThat(node.get(KnownActorStore.class).find(VICTIM)).isEmpty();
    }

    @Test
    void aNoteIsNoOtherInOtherWords() {
        var note = elsewhere.note("mallory", node.videoAddress(), "<p>not mine</p>");
        var id = URI.create(note.path("id").asString());
        elsewhere.showAsIs(id, posing(note, URI.create("https://pond.example/notes/1")));
        assertThat(originals.of(new Reference.Link(id), Trust.SIGNED, Budget.ofOneActivity()))
                .isInstanceOf(Originals.Original.Unfit.class);
    }

    @Test
    void whatComesForAnActorGoesToItsOwnServer() {
        var elsewhereYet = elsewhere.person("mallory").put("inbox", "https://pond.example/inbox");
        assertThat(ask("mallory", elsewhereYet)).isInstanceOf(Acquaintance.Nobody.class);
    }

    @Test
    void aHandleThatNamesAnotherServerIsNone() {
        var known = known("eve", elsewhere.person("eve").put("preferredUsername", "victim@pond.example"));
        assertThat(known.handle()).isEmpty();
        assertThat(people.find(known.id()).address()).isEqualTo(known.id().toString());
    }

    @Test
    void aHandleIsWithoutTheSignsAroundIt() {
        assertThat(known("eva", elsewhere.person("eva").put("preferredUsername", "@eva"))
                        .handle())
                .isEqualTo("eva");
    }

    @Test
    void nothingInANameIsInvisible() {
        var known = known("eli", elsewhere.person("eli").put("name", " \u202eanA\u200b\nof pond "));
        assertThat(known.name()).isEqualTo("anAof pond");
    }

    @Test
    void whoseNameIsNothingVisibleIsCalledByTheHandle() {
        assertThat(known("edo", elsewhere.person("edo").put("name", "\u200b")).name())
                .isEqualTo("edo");
    }

    @Test
    void aSharedInboxOfAnotherServerIsNone() {
        var shared = elsewhere.person("sharer");
        shared.putObject("endpoints").put("sharedInbox", "https://pond.example/inbox");
        var known = known("sharer", shared);
        assertThat(known.sharedInbox()).isEqualTo(known.inbox());
    }

    @Test
    void aHandleIsShownWhenItsHostGivesItToThatAddressAndNotBefore() {
        elsewhere.answer(webFinger(), 503);
        var ina = known("ina", elsewhere.person("ina")).id();
        awaitName(ina, "1 true");
        assertThat(people.find(ina).address()).isEqualTo(ina.toString());
        elsewhere.recover(webFinger());
        pass(NameCheck.TRIES.getFirst());
        awaitName(ina, "0 false");
        assertThat(people.find(ina).address()).isEqualTo("@ina@" + host());
        assertThat(people.named(new Handle("Ina", host()))).contains(ina);
    }

    @Test
    void aHandleThatBelongsToAnotherIsNotShown() {
        var poser = known("poser", elsewhere.person("poser").put("preferredUsername", "victim"))
                .id();
        awaitName(poser, "0 false");
        assertThat(people.find(poser).address()).isEqualTo(poser.toString());
        var victim = known("victim", elsewhere.person("victim")).id();
        awaitName(victim, "0 false");
        assertThat(people.named(new Handle("victim", host()))).contains(victim);
        known("victim", elsewhere.person("victim").put("preferredUsername", "poser"));
        assertThat(people.find(victim).address()).as("another handle").isEqualTo(victim.toString());
    }

    @Test
    void whoseServerDoesNotAnswerIsLookedUpAFewTimesAndNotBeforeTheNextWeekAgain() {
        elsewhere.answer(webFinger(), 503);
        var ivo = known("ivo", elsewhere.person("ivo")).id();
        for (int tries = 1; tries <= NameCheck.TRIES.size(); tries++) {
            awaitName(ivo, tries + " true");
            pass(NameCheck.TRIES.get(tries - 1));
        }
        awaitName(ivo, "0 false");
        known("ivo", elsewhere.person("ivo"));
        assertThat(name(ivo)).as("not due").isEqualTo("0 false");
        pass(KnownActorStore.NAME_FRESH);
        elsewhere.recover(webFinger());
        known("ivo", elsewhere.person("ivo"));
        awaitName(ivo, "0 false");
        assertThat(people.find(ivo).address()).isEqualTo("@ivo@" + host());
    }

    @Test
    void whoIsNotFoundKeepsTheNameUntilThatWasSaidAFewTimes() {
        var uma = known("uma", elsewhere.person("uma")).id();
        awaitName(uma, "0 false");
        pass(KnownActorStore.NAME_FRESH);
        elsewhere.answer(webFinger(), 404);
        known("uma", elsewhere.person("uma"));
        for (int tries = 1; tries <= NameCheck.TRIES.size(); tries++) {
            awaitName(uma, tries + " true");
            assertThat(people.find(uma).address()).isEqualTo("@uma@" + host());
            pass(NameCheck.TRIES.get(tries - 1));
        }
        awaitName(uma, "0 false");
        assertThat(people.find(uma).address()).isEqualTo(uma.toString());
        elsewhere.recover(webFinger());
    }

    @Test
    void anotherHandleIsTriedAsOftenAsTheFirst() {
        elsewhere.answer(webFinger(), 503);
        var ora = known("ora", elsewhere.person("ora")).id();
        awaitName(ora, "1 true");
        pass(NameCheck.TRIES.getFirst());
        awaitName(ora, "2 true");
        known("ora", elsewhere.person("ora").put("preferredUsername", "orla"));
        awaitName(ora, "1 true");
        elsewhere.recover(webFinger());
    }

    @Test
    void whereItWasAskedEnoughNobodyIsLookedUpBeforeLater() {
        var olm = known("olm", elsewhere.person("olm")).id();
        awaitName(olm, "0 false");
        var webFinger = new WebFingerClient(node.get(GuardedClient.class), elsewhere.at("/"));
        var check = new NameCheck(node.get(NameStore.class), webFinger, node.get(DomainPolicies.class), clock, () -> 0);
        for (int asked = 0; asked < NameCheck.MOST_ASKED_PER_MINUTE; asked++) {
            assertThat(check.mayAsk(elsewhere.at("/"))).isTrue();
        }
        check.check(new NameStore.Claimed(olm, "olm", Domains.of(host()), 1));
        assertThat(name(olm)).isEqualTo("0 true");
        assertThat(people.find(olm).address()).isEqualTo("@olm@" + host());
    }

    @Test
    void aNewcomerIsNotBehindAllThoseOfAnotherDomain() {
        var store = node.get(KnownActorStore.class);
        node.get(TransactionOperations.class).executeWithoutResult(crowd -> {
            IntStream.range(0, 100).forEach(number -> due(store, "pond.example", number, Duration.ofHours(2)));
            IntStream.range(0, 2).forEach(number -> due(store, "marsh.example", number, Duration.ofHours(1)));
            due(store, "lake.example", 0, Duration.ZERO);
            var busy = List.of(Domains.of(host()));
            assertThat(claimed(busy, 3)).extracting(URI::getHost).contains("lake.example");

            due(store, "lake.example", 1, Duration.ZERO);
            var byLot = IntStream.range(0, 90)
                    .mapToObj(_ -> claimed(List.of(busy.getFirst(), "marsh.example"), 1))
                    .flatMap(List::stream);
            assertThat(byLot).extracting(URI::getHost).contains("lake.example");
            crowd.setRollbackOnly();
        });
    }

    private void due(KnownActorStore store, String host, int number, Duration waiting) {
        var id = URI.create("https://%s/%d".formatted(host, number));
        var since = clock.instant().minus(waiting);
        store.put(new KnownActor(id, host, "Person", "ana", "Ana", id, id, id, since));
    }

    @Test
    void aDomainHasItsShareOfTheNamesThatAreLookedUp() {
        var store = node.get(KnownActorStore.class);
        node.get(TransactionOperations.class).executeWithoutResult(share -> {
            for (var host : List.of("a.pond.example", "b.pond.example", "c.pond.example", "lake.example")) {
                var id = URI.create("https://%s/ana".formatted(host));
                store.put(new KnownActor(id, host, "Person", "ana", "Ana", id, id, id, clock.instant()));
            }
            assertThat(claimed(List.of("lake.example")))
                    .hasSize(NameCheck.MOST_OF_ONE_DOMAIN)
                    .allMatch(id -> id.getHost().endsWith(".pond.example"));
            assertThat(claimed(List.of("pond.example"))).containsExactly(URI.create("https://lake.example/ana"));
            share.setRollbackOnly();
        });
    }

    private List<URI> claimed(List<String> busy) {
        return claimed(busy, NameCheck.MOST_AT_ONCE);
    }

    private List<URI> claimed(List<String> busy, int most) {
        return node
                .get(NameStore.class)
                .claim(clock.instant(), Duration.ofMinutes(5), busy, NameCheck.MOST_OF_ONE_DOMAIN, most)
                .stream()
                .map(NameStore.Claimed::id)
                .toList();
    }

    private URI webFinger() {
        return elsewhere.at("/.well-known/webfinger");
    }

    private String host() {
        return elsewhere.at("/").getAuthority();
    }

    private void pass(Duration time) {
        clock.advance(time.plusSeconds(1));
        lookedUpSince = clock.instant();
    }

    /** Waits until a name was looked up so often in vain, and is or is not looked up again. */
    private void awaitName(URI id, String triesAndAgain) {
        node.get(NameCheck.class).wake();
        Waiting.until("the name of " + id, FederatedNode.PATIENCE, () -> name(id).equals(triesAndAgain));
    }

    private String name(URI id) {
        return node.client()
                .sql("""
                SELECT concat_ws(' ', name_tries, CASE WHEN name_check_at IS NULL THEN 'false' ELSE 'true' END)
                  FROM inbox.known_actor WHERE id = :id AND name_checked_at >= :since""")
                .param("since", Instants.parameter(lookedUpSince))
                .param("id", id.toString())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
