// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.http.AddressGuard;
import live.tributary.federation.http.Budget;
import live.tributary.federation.http.ClientOptions;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.StrangersServer;
import live.tributary.federation.remote.Retrieval.Failed;
import live.tributary.federation.remote.Retrieval.Fetched;
import live.tributary.federation.remote.Retrieval.Gone;
import live.tributary.federation.remote.Retrieval.Missing;
import live.tributary.federation.remote.Retrieval.Untrusted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RemoteDocumentsTest {

    private static final String ACTIVITY = "application/activity+json";

    private final StrangersServer server = StrangersServer.start();
    private final StrangersServer other = StrangersServer.start();
    private final GuardedClient http = GuardedClient.open(new ClientOptions("test", AddressGuard.testLoopback()));
    private final RemoteDocuments documents = new RemoteDocuments(
            http,
            new GetSigners(
                    request -> request.with("Signature", "usual"),
                    request -> request.with("Signature", "without query")));
    private final Budget budget = Budget.ofOneActivity();

    @AfterEach
    void close() {
        http.close();
        server.close();
        other.close();
    }

    @Test
    void fetchesADocumentUnderItsId() {
        server.document("/notes/1", ACTIVITY, document(server.at("/notes/1")));

        assertThat(documents.fetch(server.at("/notes/1"), budget)).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.id()).isEqualTo(server.at("/notes/1"));
            assertThat(fetched.document().path("type").asString()).isEqualTo("Note");
        });
        var request = server.requests().getFirst();
        assertThat(request.header("Signature")).isEqualTo("usual");
        assertThat(request.header("Accept"))
                .isEqualTo(
                        "application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"");
    }

    @Test
    void anIdWithoutAPathIsServedAtTheRoot() {
        server.document("/", ACTIVITY, document(server.at("")));

        assertThat(documents.fetch(server.at(""), budget))
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.id()).isEqualTo(server.at("")));
    }

    @Test
    void findsTheIdOfAPage() {
        server.document("/@ana/1", ACTIVITY, document(server.at("/notes/1")))
                .document("/notes/1", ACTIVITY, document(server.at("/notes/1")));

        assertThat(documents.fetch(server.at("/@ana/1"), budget))
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.id()).isEqualTo(server.at("/notes/1")));
    }

    @Test
    void believesOneServerAboutItsOwnIdsOnly() {
        server.document("/notes/1", ACTIVITY, document(other.at("/notes/1")));
        other.document("/notes/1", ACTIVITY, document(other.at("/notes/1")));

        assertThat(documents.fetch(server.at("/notes/1"), budget)).isInstanceOf(Untrusted.class);
        assertThat(other.requests()).isEmpty();
    }

    @Test
    void doesNotBelieveACopyOfADocument() {
        server.document("/uploads/1", ACTIVITY, document(server.at("/notes/1")))
                .document("/notes/1", ACTIVITY, document(server.at("/notes/2")));

        assertThat(documents.fetch(server.at("/uploads/1"), budget)).isInstanceOf(Untrusted.class);
    }

    @Test
    void followsARedirectToWhereTheIdIs() {
        server.redirect("/notes/1", 301, other.at("/moved").toString());
        other.document("/moved", ACTIVITY, document(other.at("/moved")));

        assertThat(documents.fetch(server.at("/notes/1"), budget))
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.id()).isEqualTo(other.at("/moved")));
    }

    @Test
    void aRedirectDoesNotLendAnId() {
        server.redirect("/notes/1", 301, other.at("/forged").toString());
        other.document("/forged", ACTIVITY, document(server.at("/notes/1")));

        assertThat(documents.fetch(server.at("/notes/1"), budget)).isInstanceOf(Untrusted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/ld+json", "text/html", "image/png", "application/octet-stream"})
    void doesNotBelieveAnUpload(String mediaType) {
        server.document("/upload", mediaType, document(server.at("/upload")));

        assertThat(documents.fetch(server.at("/upload"), budget)).isInstanceOf(Untrusted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"id\":7}", "{\"id\":\"x\",\"id\":\"y\"}", "{\"id\":\"urn:x\"}"})
    void doesNotBelieveWhatIsNoDocument(String body) {
        server.document("/1", ACTIVITY, body);

        assertThat(documents.fetch(server.at("/1"), budget)).isInstanceOf(Untrusted.class);
    }

    @Test
    void tellsWhatIsGoneFromWhatNeverWas() {
        server.status("/gone", 410).status("/broken", 500);

        assertThat(documents.fetch(server.at("/gone"), budget)).isEqualTo(new Gone(server.at("/gone")));
        assertThat(documents.fetch(server.at("/never"), budget)).isEqualTo(new Missing(server.at("/never")));
        assertThat(documents.fetch(server.at("/broken"), budget))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.words()).isEqualTo(server.at("/broken") + " answered 500."));
    }

    @Test
    void signsWithoutTheQueryWhereTheUsualWayIsRefused() {
        var id = server.at("/notes?id=1");
        server.on("/notes?id=1", exchange -> {
            boolean bare = "without query".equals(exchange.getRequestHeaders().getFirst("Signature"));
            exchange.getResponseHeaders().set("Content-Type", ACTIVITY);
            byte[] body = document(id).getBytes(UTF_8);
            exchange.sendResponseHeaders(bare ? 200 : 401, bare ? body.length : -1);
            if (bare) {
                exchange.getResponseBody().write(body);
            }
        });
        server.status("/notes", 401);

        assertThat(documents.fetch(id, budget)).isInstanceOf(Fetched.class);
        assertThat(documents.fetch(server.at("/notes"), budget)).isInstanceOf(Failed.class);
        assertThat(server.requests()).hasSize(3);
    }

    private static String document(URI id) {
        return """
                {"@context":"https://www.w3.org/ns/activitystreams","type":"Note","id":"%s"}""".formatted(id);
    }
}
