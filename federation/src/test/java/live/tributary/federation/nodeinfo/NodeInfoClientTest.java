// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.federation.http.AddressGuard;
import live.tributary.federation.http.Budget;
import live.tributary.federation.http.ClientOptions;
import live.tributary.federation.http.GuardedClient;
import live.tributary.federation.http.StrangersServer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class NodeInfoClientTest {

    private static final String WELL_KNOWN = "/.well-known/nodeinfo";
    private static final String JSON = "application/json";

    private final StrangersServer server = StrangersServer.start();
    private final GuardedClient http = GuardedClient.open(new ClientOptions("test", AddressGuard.testLoopback()));
    private final NodeInfoClient client = new NodeInfoClient(http);
    private final Budget budget = Budget.ofOneActivity();

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void asksForTheNewestDocument() {
        server.document(WELL_KNOWN, JSON, new String(NodeInfoLinks.of(server.at("/"), server.at("/actor")), UTF_8))
                .document("/nodeinfo/2.0", JSON, "{\"software\":{\"name\":\"old\"}}")
                .document("/nodeinfo/2.1", JSON, "{\"software\":{\"name\":\"peertube\",\"version\":\"8\"}}");

        assertThat(client.software(server.at("/any"), budget)).contains(new Software("peertube", "8"));
        assertThat(client.application(server.at("/any"), budget)).contains(server.at("/actor"));
    }

    @Test
    void asksForTheOneAccountThatAServerHas() {
        server.document(WELL_KNOWN, JSON, new String(NodeInfoLinks.of(server.at("/"), server.at("/actor")), UTF_8))
                .document("/nodeinfo/2.1", JSON, "{\"metadata\":{\"federation\":{\"username\":\"streamer\"}}}");

        assertThat(client.account(server.at("/any"), budget)).contains("streamer");
        assertThat(client.software(server.at("/any"), budget)).isEmpty();
    }

    @Test
    void believesNobodyElse() {
        try (var other = StrangersServer.start()) {
            other.document("/nodeinfo/2.1", JSON, "{\"software\":{\"name\":\"peertube\"}}");
            URI elsewhere = other.at("/");
            server.document(WELL_KNOWN, JSON, new String(NodeInfoLinks.of(elsewhere, elsewhere), UTF_8));

            assertThat(client.software(server.at("/"), budget)).isEmpty();
            assertThat(client.application(server.at("/"), budget)).isEmpty();
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void knowsNothingOfAServerThatSaysNothing() {
        assertThat(client.software(server.at("/"), budget)).isEmpty();
    }
}
