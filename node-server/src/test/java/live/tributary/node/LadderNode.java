// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import live.tributary.fixtures.hls.Allowance;
import live.tributary.fixtures.hls.StreamWatch;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;

/** A node that makes smaller pictures of its one channel, and a viewer who looks at it. */
final class LadderNode implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningNode node;
    private final House house;
    private final HttpClient client = HttpClient.newHttpClient();

    private LadderNode(RunningNode node) {
        this.node = node;
        this.house = House.on(node);
    }

    /**
     * Starts it.
     *
     * @param encode {@code tributary.ladder.encode}
     * @param cores {@code tributary.ladder.cores}
     */
    static LadderNode start(TestDatabase database, String encode, int cores) {
        return new LadderNode(
                RunningNode.start(database, "tributary.ladder.encode=" + encode, "tributary.ladder.cores=" + cores));
    }

    /** Where its streamer publishes. */
    URI ingest() {
        return node.ingest(house.key("studio").key().value());
    }

    /** Where people watch it. */
    URI page() {
        return node.web().resolve("/@river/" + House.OWNER);
    }

    /** What a playlist says now. */
    String get(String playlist) {
        try {
            return client.send(
                            HttpRequest.newBuilder(address(playlist))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String playlist) {
        return node.web().resolve("/live/%s/%s".formatted(house.channel(), playlist));
    }

    /** The strict watcher of all that is listed. */
    StreamWatch watch(Allowance... allowances) {
        return new StreamWatch(client, address("master.m3u8"), allowances);
    }

    @Override
    public void close() {
        client.close();
        node.close();
    }
}
