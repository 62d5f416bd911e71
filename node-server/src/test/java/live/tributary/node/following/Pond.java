// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.inbox.Elsewhere;

/** A server elsewhere with teams and broadcasts, which is followed. Owned by the test, which closes it. */
final class Pond implements AutoCloseable {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private final Elsewhere server = Elsewhere.start();
    private final InstantSource clock;
    private final URI inbox;

    /** @param inbox of the node that follows */
    Pond(InstantSource clock, URI inbox) {
        this.clock = clock;
        this.inbox = inbox;
    }

    String host() {
        return server.at("/").getAuthority();
    }

    URI at(String path) {
        return server.at(path);
    }

    URI actor(String name) {
        return server.actor(name);
    }

    List<String> asked() {
        return server.asked();
    }

    /** What was posted here, of one type. */
    List<JsonNode> letters(String type, URI object) {
        return server.letters().stream()
                .map(MAPPER::readTree)
                .filter(letter -> letter.path("type").asString("").equals(type))
                .filter(letter -> letter.toString().contains("\"" + object + "\""))
                .toList();
    }

    void show(URI address, ObjectNode document) {
        server.show(address, document);
    }

    /** Lets whoever fetches anything wait; they get what lay there when they asked. */
    void hold(CountDownLatch until) {
        server.hold(until);
    }

    /** Sends whoever asks there to another place. */
    void sendOn(URI from, URI to) {
        server.sendOn(from, to);
    }

    /** Answers as if nothing had been. */
    void recover(URI address) {
        server.recover(address);
    }

    void answer(URI address, int status) {
        server.answer(address, status);
    }

    /** Somebody whom one can follow. */
    ObjectNode actor(String name, String type) {
        var document = server.person(name)
                .put("type", type)
                .put("name", "The " + name)
                .put("url", server.at("/@" + name).toString())
                .put("outbox", actor(name) + "/outbox")
                .put("liveNow", actor(name) + "/live");
        server.show(actor(name), document);
        return document;
    }

    void list(URI address, URI... items) {
        var list = MAPPER.createObjectNode().put("type", "OrderedCollection").put("id", address.toString());
        var array = list.putArray("orderedItems");
        Stream.of(items).map(URI::toString).forEach(array::add);
        server.show(address, list);
    }

    /** A broadcast of a team, as a node of our kind tells it. */
    ObjectNode video(String id, String team, String state, long sequence, Duration believed) {
        return tubeVideo(id, team, state.equals("live") ? 1 : 5)
                .put("liveState", state)
                .put("liveUntil", clock.instant().plus(believed).toString())
                .put("liveSeq", sequence);
    }

    /** A broadcast as PeerTube tells it. */
    ObjectNode tubeVideo(String id, String team, int state) {
        var video = MAPPER.createObjectNode()
                .put("type", "Video")
                .put("id", at("/v/" + id).toString())
                .put("name", "Evening " + id)
                .put("published", Instant.parse("2026-11-25T09:00:00Z").toString())
                .put("isLiveBroadcast", true)
                .put("state", state)
                .put("url", at("/w/" + id).toString());
        video.putArray("attributedTo")
                .add(actor("ana").toString())
                .add(actor(team).toString());
        return video;
    }

    /** A hint that a team is on air, or that it is not. */
    ObjectNode pulse(String type, String team, URI video, long sequence, Duration believed) {
        return server.activity(type, team, video)
                .put("liveState", type.equals("Offer") ? "live" : "ended")
                .put("liveUntil", clock.instant().plus(believed).toString())
                .put("liveSeq", sequence);
    }

    ObjectNode activity(String type, String name, URI object) {
        return server.activity(type, name, object);
    }

    ObjectNode activity(String type, String name, ObjectNode object) {
        return server.activity(type, name, object);
    }

    /** Posts it, signed by whoever does it, and gives its id. */
    URI post(String name, ObjectNode activity) {
        var signed = server.signedLate(inbox, name, activity.toString(), clock);
        var status = server.send(signed);
        if (status != 202) {
            throw new AssertionError("%d for %s".formatted(status, new String(signed.body(), StandardCharsets.UTF_8)));
        }
        return URI.create(activity.path("id").asString());
    }

    @Override
    public void close() {
        server.close();
    }
}
