// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                database, "tributary.instance.public-address=https://node.example", "tributary.data-directory=" + data);
        House.on(node);
    }

    @AfterAll
    void stop() {
        node.close();
        inside.close();
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
        var there = "%s:%d/users/mallory".formatted(where, port);
        var follow = inside.activity("Follow", "mallory", PUBLIC_INBOX)
                .put("id", there + "/1")
                .put("actor", there)
                .toString();
        var signed = inside.signedAs(URI.create(there), PUBLIC_INBOX, follow, SignatureForm.CAVAGE);

        assertThat(inside.sendTo(node.web(), signed)).isIn(401, 403);
        assertThat(inside.asked()).isEmpty();
        assertThat(database.client()
                        .sql("SELECT count(*) FROM inbox.activity")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
