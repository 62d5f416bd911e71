// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.inbox.Elsewhere;
import live.tributary.node.recount.SignedDocument;
import live.tributary.node.recount.SnapshotJson;

import static org.assertj.core.api.Assertions.assertThat;

/** A server elsewhere with a directory, and with others who are none. Owned by the test, which closes it. */
final class FarDirectory implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final KeyPair KEYS = keys();

    private final Elsewhere server = Elsewhere.start();
    private final InstantSource clock;
    private final URI inbox;

    /** @param inbox of the node whose teams are listed */
    FarDirectory(InstantSource clock, URI inbox) {
        this.clock = clock;
        this.inbox = inbox;
    }

    /** Somebody of that name keeps a directory. */
    URI keep(String name) {
        server.show(
                server.actor(name),
                server.person(name)
                        .put("type", "Application")
                        .put("url", server.at("/").toString())
                        .put("rankingPolicy", server.at("/directory/how").toString()));
        return server.actor(name);
    }

    /** There is a team of that name. */
    URI team(String name) {
        server.show(server.actor(name), server.person(name).put("type", "Group").put("name", "The " + name));
        return server.actor(name);
    }

    /** Somebody of that name does not. */
    URI nobody(String name) {
        return server.actor(name);
    }

    /** Lets whoever fetches anything wait. */
    void hold(CountDownLatch until) {
        server.hold(until);
    }

    /** Whether somebody has fetched it, or waits for it. */
    boolean wasAsked(URI address) {
        return server.asked().contains(address.getPath());
    }

    /** Signed, and the newest. */
    void publish(Snapshot snapshot) {
        server.show(
                server.at("/directory/snapshots"),
                MAPPER.createObjectNode().put("minute", snapshot.minute().toString()));
        var signed = SignedDocument.sign(SnapshotJson.write(snapshot), KEYS);
        server.show(
                server.at("/directory/snapshots/" + snapshot.minute()),
                MAPPER.readValue(signed.write(), ObjectNode.class));
    }

    /** What is written down of one team on one day. */
    void writeDown(LocalDate day, ObjectNode line) {
        var ledger = MAPPER.createObjectNode().put("day", day.toString());
        ledger.putArray("groups").add(line);
        server.show(server.at("/directory/ledger/" + day), ledger);
    }

    /** What was posted here that is or answers something of that name, of one type. */
    List<JsonNode> letters(String type, URI about) {
        return server.letters().stream()
                .map(MAPPER::readTree)
                .filter(letter -> letter.path("type").asString("").equals(type))
                .filter(letter -> letter.toString().contains("\"" + about + "\""))
                .toList();
    }

    ObjectNode activity(String type, String name, URI object) {
        return server.activity(type, name, object);
    }

    ObjectNode activity(String type, String name, JsonNode object) {
        return server.activity(type, name, (ObjectNode) object);
    }

    /** Posts it, signed by whoever does it, and gives its id. */
    URI post(String name, ObjectNode activity) {
        assertThat(server.send(server.signedLate(inbox, name, activity.toString(), clock)))
                .isEqualTo(202);
        return URI.create(activity.path("id").asString());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
