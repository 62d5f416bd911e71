// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.http.Names;
import live.tributary.federation.signature.SignatureForm;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A node as it stands in the world: a stranger cannot make it ask what only it can reach. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InwardRequestsTest {

    private static final URI PUBLIC_INBOX = URI.create("https://node.example/ap/inbox");

    private final Elsewhere inside = Elsewhere.start();
    private final TestDatabase database;
    private final RunningNode node;

    InwardRequestsTest(TestDatabase database, @TempDir Path data) {
        this.database = database;
        node = RunningNode.start(
                database,
                new LeadingInside(),
                "tributary.instance.public-address=https://node.example",
                "tributary.data-directory=" + data);
        House.on(node);
    }

    @AfterAll
    void stop() {
        node.close();
        inside.close();
    }

    /** Name servers of somebody who owns the names. */
    private static final class LeadingInside implements Names {

        private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");
        private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
        private static final InetAddress METADATA = InetAddress.ofLiteral("169.254.169.254");

        @Override
        public CompletionStage<List<InetAddress>> lookUp(String host) {
            return switch (host) {
                case "inside.example" -> CompletableFuture.completedStage(List.of(LOOPBACK));
                case "half-inside.example" -> CompletableFuture.completedStage(List.of(PUBLIC, LOOPBACK));
                case "cloud.example" -> CompletableFuture.completedStage(List.of(METADATA));
                default -> CompletableFuture.failedStage(new UnknownHostException(host));
            };
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside.example", "half-inside.example", "cloud.example"})
    void aNameThatLeadsInsideIsNotFollowed(String name) {
        var actor = URI.create("https://%s/users/mallory".formatted(name));
        assertThat(knock(actor)).isEqualTo(401);
        assertThat(node.get(Refusals.class).recent().getFirst().because())
                .contains("leads to an address that is not public");
        assertNothingHappened();
    }

    private int knock(URI actor) {
        var follow = inside.activity("Follow", "mallory", PUBLIC_INBOX)
                .put("id", actor + "/1")
                .put("actor", actor.toString())
                .toString();
        return inside.sendTo(node.web(), inside.signedAs(actor, PUBLIC_INBOX, follow, SignatureForm.CAVAGE));
    }

    private void assertNothingHappened() {
        assertThat(inside.asked()).isEmpty();
        assertThat(database.client()
                        .sql("SELECT count(*) FROM inbox.activity")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1",
                "https://127.0.0.1",
                "http://localhost",
                "http://0.0.0.0",
                "http://[::ffff:127.0.0.1]"
            })
    void nothingIsAskedForInside(String where) {
        var port = inside.at("/").getPort();
        assertThat(knock(URI.create("%s:%d/users/mallory".formatted(where, port))))
                .isIn(401, 403);
        assertNothingHappened();
    }
}
