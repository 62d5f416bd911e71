// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.NodeProcess;
import live.tributary.node.fixtures.SharedClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that is nothing but a directory, in a process of its own. One thread; owned by the test, which closes it. */
final class DirectoryProcess implements AutoCloseable {

    /** Each look at a playlist begins within this, on average; the setting's default is a minute. */
    static final Duration BETWEEN_PROBES = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final NodeProcess node;
    private final WebVisitor visitor;

    private DirectoryProcess(NodeProcess node) {
        this.node = node;
        this.visitor = new WebVisitor(node.web());
    }

    /** Begins to start one; {@link #open} is next. */
    static DirectoryProcess begin(SharedClock clock, TestDatabase database, Path data) {
        return new DirectoryProcess(NodeProcess.launch(
                database,
                data,
                clock,
                "tributary.fediverse.test-loopback=true",
                "tributary.features.studio=false",
                "tributary.features.directory=true",
                "tributary.directory.probe-every=" + BETWEEN_PROBES.toSeconds() + "s",
                "tributary.gate.pages-per-minute=100000",
                "tributary.gate.api-calls-per-minute=100000"));
    }

    /** Somebody takes it: before that it shows nothing. */
    void open() {
        var claim = node.claimPath();
        var reply = visitor.submit(
                visitor.get(claim),
                claim,
                Map.of("name", "Keeper", "handle", "keeper", "password", "slow water under a bridge"));
        assertThat(reply.status()).as(reply::body).isEqualTo(303);
    }

    URI actor() {
        return node.web().resolve("/ap/actor");
    }

    /** What it publishes at an address of its own. */
    String document(String path) {
        return visitor.getJson(path).body();
    }

    /** Names of the teams that it lists. */
    Set<String> listed() {
        return texts("/directory/names", "/groups", "name");
    }

    /** Names of the teams on the page that is drawn with these dice. */
    Set<String> drawn(String nonce) {
        return read(page(nonce), "/cards", "name");
    }

    /** The page that is drawn with these dice, as programs get it. */
    String page(String nonce) {
        return document("/api/v1/directory/draw?n=" + nonce);
    }

    /** Addresses of the broadcasts that it takes for live. */
    Set<String> live() {
        return texts("/directory/live.json", "/items", "url");
    }

    private Set<String> texts(String path, String array, String member) {
        return read(document(path), array, member);
    }

    private static Set<String> read(String json, String array, String member) {
        return JsonMapper.shared()
                .readTree(json)
                .at(array)
                .valueStream()
                .map(one -> one.path(member))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, PATIENCE, condition, node::output);
    }

    @Override
    public void close() {
        node.close();
    }
}
