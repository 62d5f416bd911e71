// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.inbox.Elsewhere;
import live.tributary.node.kernel.Actor;

/** A node that is a directory, and a server elsewhere with teams. Owned by the test, which closes it. */
public final class Harbour implements AutoCloseable {

    static final JsonMapper MAPPER = JsonMapper.shared();

    public final ClockAhead clock = new ClockAhead();
    public final Elsewhere elsewhere = Elsewhere.start();
    final StrangersPlaylist playlists = new StrangersPlaylist();
    public final FederatedNode node;
    public final Directory directory;
    public final LiveBoard board;

    private final Map<String, URI> asked = new ConcurrentHashMap<>();

    /** As teams elsewhere name this directory. */
    final URI name;

    public Harbour(TestDatabase database, Path data, String... settings) {
        database.empty("directory.listing", "following.followee");
        node = FederatedNode.start(database, clock, data, withDirectory(settings));
        directory = node.get(Directory.class);
        board = node.get(LiveBoard.class);
        name = URI.create(node.get(Addresses.class).origin() + "/ap/actor");
    }

    private static String[] withDirectory(String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("tributary.features.directory=true");
        return all.toArray(String[]::new);
    }

    public URI actor(String team) {
        return elsewhere.actor(team);
    }

    /** A team that wants to be listed here. */
    public ObjectNode team(String team) {
        return team(team, document -> {});
    }

    /** The same, with what it says otherwise. */
    public ObjectNode team(String team, Consumer<ObjectNode> change) {
        var document = elsewhere
                .person(team)
                .put("type", "Group")
                .put("name", "The " + team)
                .put("url", elsewhere.at("/@" + team).toString())
                .put("liveNow", actor(team) + "/live")
                .put("discoverable", true)
                .put("indexable", true)
                .put("listing", "invited")
                .put("promise", "What the %s do in the evening.".formatted(team));
        document.putArray("listedAt").add(name.toString());
        document.putArray("languages").add("en");
        document.putArray("tag").addObject().put("type", "Hashtag").put("name", "#Pottery");
        change.accept(document);
        elsewhere.show(actor(team), document);
        return document;
    }

    /** Asks to be listed, and gives the id of the Invite. */
    public URI invites(String team) {
        var invite = elsewhere
                .activity("Invite", team, URI.create(actor(team) + "/live"))
                .put("target", name.toString());
        invite.putArray("to").add(name.toString());
        invite.putArray("cc");
        var id = post(team, invite);
        asked.put(team, id);
        return id;
    }

    /** The Invite with which a team asked last. */
    URI asked(String team) {
        return Objects.requireNonNull(asked.get(team), team);
    }

    /** One who is listed, and whom the directory hears. */
    public void listed(String team) {
        listed(team, document -> {});
    }

    /** The same, with what it says otherwise. */
    public void listed(String team, Consumer<ObjectNode> change) {
        team(team, change);
        invites(team);
        await(team + " to be listed", () -> directory.listed().containsKey(actor(team)));
        isHeard(team);
    }

    /** One that knows no question: it consents by a link in its profile, and somebody named it. */
    void named(String team, Consumer<ObjectNode> change) {
        team(team, document -> {
            document.remove(List.of("listing", "listedAt", "languages", "liveNow", "promise", "indexable"));
            document.put("summary", "<p>On <a href=\"%s\">a list</a></p>".formatted(name.resolve("/directory")));
            change.accept(document);
        });
        directory.name(node.house().actor(), actor(team));
        isHeard(team);
    }

    private void isHeard(String team) {
        await("a Follow", () -> !letters("Follow", actor(team)).isEmpty());
        heard(team, elsewhere.activity("Accept", team, (ObjectNode)
                letters("Follow", actor(team)).getFirst()));
    }

    /** For whom a team vouches, at its own address. */
    URI vouches(String team, String... vouched) {
        var address = URI.create(actor(team) + "/vouches");
        var collection = MAPPER.createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("type", "OrderedCollection")
                .put("id", address.toString());
        var items = collection.putArray("orderedItems");
        List.of(vouched).forEach(items::add);
        elsewhere.show(address, collection);
        return address;
    }

    /** As if the team had withdrawn.
     *  @param actor whoever runs the test */
    public void forget(@SuppressWarnings("unused") Actor actor, URI team) {
        node.get(TransactionOperations.class)
                .executeWithoutResult(_ -> node.get(Settling.class).withdraw(team));
    }

    /** The team is on air, with this playlist. */
    public URI video(String team, String id, URI playlist) {
        return video(
                team,
                id,
                playlist,
                video -> video.put("liveState", "live")
                        .put(
                                "liveUntil",
                                clock.instant().plus(Duration.ofMinutes(12)).toString())
                        .put("liveSeq", 1));
    }

    /** The same, as PeerTube tells it, which knows states of its own: 1 is on air, 5 is over. */
    URI tube(String team, String id, URI playlist, int state) {
        return video(team, id, playlist, video -> video.put("state", state));
    }

    private URI video(String team, String id, URI playlist, Consumer<ObjectNode> state) {
        var address = elsewhere.at("/v/" + id);
        var video = MAPPER.createObjectNode()
                .put("type", "Video")
                .put("id", address.toString())
                .put("name", "Evening " + id)
                .put("published", clock.instant().minusSeconds(60).toString())
                .put("isLiveBroadcast", true)
                .put("state", 1);
        state.accept(video);
        video.putArray("attributedTo")
                .add(actor("ana").toString())
                .add(actor(team).toString());
        var links = video.putArray("url");
        links.addObject()
                .put("type", "Link")
                .put("mediaType", "text/html")
                .put("href", elsewhere.at("/w/" + id).toString());
        links.addObject()
                .put("type", "Link")
                .put("mediaType", "application/x-mpegURL")
                .put("href", playlist.toString());
        elsewhere.show(address, video);
        return address;
    }

    /** The team is on air, and seen to be. */
    public void live(String team) {
        var video = video(team, team, playlists.moving(team));
        post(team, elsewhere.activity("Announce", team, video));
        await(
                team + " to be live",
                () -> board.live().stream().anyMatch(live -> live.group().id().equals(actor(team))));
    }

    /** A board on which nobody has looked yet. */
    public LiveBoard justStarted() {
        return new LiveBoard(directory, node.get(Pace.class), clock);
    }

    /** A hint that a team is on air, or that it is not. */
    public ObjectNode pulse(String type, String team, URI video, long sequence) {
        return elsewhere
                .activity(type, team, video)
                .put("liveState", type.equals("Offer") ? "live" : "ended")
                .put("liveUntil", clock.instant().plus(Duration.ofMinutes(12)).toString())
                .put("liveSeq", sequence);
    }

    public URI post(String team, ObjectNode activity) {
        var status = elsewhere.send(elsewhere.signedLate(node.sharedInbox(), team, activity.toString(), clock));
        if (status != 202) {
            throw new AssertionError("%d for %s".formatted(status, activity));
        }
        return URI.create(activity.path("id").asString());
    }

    /** As if both servers were on the web. */
    static JsonNode published(String document) {
        return MAPPER.readTree(document.replaceAll("http://localhost:\\d+", "https://node.example")
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://pond.example"));
    }

    /** Posts it, and waits until the node has done with it. */
    public void heard(String team, ObjectNode activity) {
        var heard = node.hearing(activity);
        post(team, activity);
        await(activity + " to be heard", heard);
    }

    /** What was posted there, of one type, about this. */
    List<JsonNode> letters(String type, URI object) {
        return elsewhere.letters().stream()
                .map(MAPPER::readTree)
                .filter(letter -> letter.path("type").asString("").equals(type))
                .filter(letter -> letter.toString().contains("\"" + object + "\""))
                .toList();
    }

    /** The last of so many such letters. */
    JsonNode newest(String type, URI object, int count) {
        await(count + " " + type, () -> letters(type, object).size() >= count);
        return letters(type, object).getLast();
    }

    /** Who is live, by the names of their teams. */
    public List<String> live() {
        return board.live().stream().map(live -> live.group().name()).toList();
    }

    /** Time goes faster meanwhile, and the node looks at once: nobody waits for the pause within a probe. */
    public void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, () -> {
            clock.advance(Duration.ofMillis(200));
            node.get(DirectoryWorker.class).wake();
            node.get(ProbeWorker.class).wake();
            return condition.getAsBoolean();
        });
    }

    /** Waits until so many probes of a playlist that stands still are over. */
    void probed(String playlist, int reads) {
        await("probes of " + playlist, () -> playlists.asked(playlist) >= reads);
    }

    @Override
    public void close() {
        node.close();
        elsewhere.close();
        playlists.close();
    }
}
