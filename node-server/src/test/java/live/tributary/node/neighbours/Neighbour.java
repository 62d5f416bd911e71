// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.delivery.Breaker;
import live.tributary.fixtures.process.Programs;
import live.tributary.fixtures.process.Waiting;
import live.tributary.fixtures.publisher.Clip;
import live.tributary.fixtures.publisher.FfmpegPublisher;
import live.tributary.fixtures.publisher.Programme;
import live.tributary.node.fixtures.Emitted;
import live.tributary.node.fixtures.NodeProcess;
import live.tributary.node.fixtures.SharedClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node in a process of its own, with a database of its own, and somebody there who streams for a team. What they do they do
 * by the pages, and with a real encoder. One thread; owned by the test, which closes it.
 */
final class Neighbour implements AutoCloseable {

    /** Longer than a host that was silent is left in peace. */
    static final Duration PEACE = Breaker.FIRST_PEACE.plusMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LISTING = "/studio/listing";
    private static final String FOLLOWING = "/studio/fediverse/following";
    private static final Pattern KEY = Pattern.compile("sk_[0-9a-z]{32}");

    private final String team;
    private final Clip clip;
    private final NodeProcess node;
    private final TestDatabase database;
    private final KeptStore store;
    private final WebVisitor person;
    private String key = "";
    private Optional<FfmpegPublisher> encoder = Optional.empty();

    private Neighbour(String team, Clip clip, NodeProcess node, TestDatabase database) {
        this.team = team;
        this.clip = clip;
        this.node = node;
        this.database = database;
        this.store = new KeptStore(database.client());
        this.person = new WebVisitor(node.web());
    }

    /** What all of them publish. */
    static Clip clip(Path folder) {
        var programme = Programme.synthetic().sized(320, 180).lasting(Duration.ofSeconds(6));
        return FfmpegPublisher.record(Programs.DEBIAN_FFMPEG, programme, folder.resolve("clip.flv"));
    }

    /** Begins to start one; {@link #moveIn} is next.
     *  @param team the handle of the team that will be there */
    static Neighbour begin(String team, Clip clip, SharedClock clock, TestDatabase database, Path data) {
        var node = NodeProcess.launch(
                database,
                data,
                clock,
                "tributary.fediverse.test-loopback=true",
                "tributary.fediverse.title-pause=0s",
                "tributary.ladder.encode=never",
                // It is asked again and again what it shows.
                "tributary.gate.pages-per-minute=100000");
        return new Neighbour(team, clip, node, database);
    }

    /** The first person takes the node, and founds the team. */
    void moveIn() {
        node.awaitStart();
        var claim = node.claimPath();
        person.submit(
                person.get(claim),
                claim,
                Map.of("name", "Ada of " + team, "handle", "ada", "password", "slow water under a bridge"));
        submit("/setup/team", "/setup/team", Map.of("name", team, "handle", team, "mark", "T", "hue", "30"));
        var shown = person.get(submit("/studio/keys", "/studio/keys", Map.of("label", "studio"))
                .goesTo());
        var found = KEY.matcher(shown.body());
        assertThat(found.find()).as(shown::body).isTrue();
        key = found.group();
    }

    private WebVisitor.Reply submit(String page, String action, Map<String, String> fields) {
        var reply = person.submit(person.get(page), action, fields);
        assertThat(reply.status()).as(reply::body).isEqualTo(303);
        return reply;
    }

    /** Its team wants to know when the other's is on air. */
    void follow(Neighbour other) {
        int before = other.followers();
        submit(FOLLOWING, FOLLOWING, Map.of("address", other.address(), "for", "team"));
        other.waitFor("a follower more", () -> other.followers() == before + 1);
        // Its page shows whom it asked, too.
        waitFor("a yes", () -> store.kept().followed().stream().allMatch(one -> one.endsWith(" FOLLOWED")));
    }

    /** Its team wants to be listed there, and nowhere else. */
    void askToBeListed(URI directory) {
        submit(
                LISTING,
                LISTING,
                Map.of("consent", "invited", "promise", "Boats of " + team, "tags", "boats", "languages", "en"));
        submit(LISTING, LISTING + "/directories", Map.of("directory", directory.toString()));
    }

    /** Its team does not want that any more. */
    void leave(URI directory) {
        submit(LISTING, LISTING + "/directories/drop", Map.of("directory", directory.toString()));
    }

    /** What others call its team. */
    String address() {
        return "%s@%s".formatted(team, node.web().getAuthority());
    }

    /** Whom it follows, as far as it knows that all is well with that. */
    Set<String> followed() {
        return person.get(FOLLOWING).page().select("tr:has(.tag.ok) .remote a").stream()
                .map(Element::text)
                .collect(Collectors.toSet());
    }

    /** How many follow its team. */
    int followers() {
        return read(group().path("followers").asString()).path("totalItems").asInt();
    }

    /** The broadcasts that its team says are on air, as it says so to everybody. */
    Set<String> live() {
        return read(group().path("liveNow").asString())
                .path("orderedItems")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private JsonNode group() {
        return read("/@" + team);
    }

    private JsonNode read(String address) {
        return JsonMapper.shared()
                .readTree(person.getActivity(URI.create(address).getPath()).body());
    }

    void goLive() {
        encoder = Optional.of(FfmpegPublisher.publish(Programs.DEBIAN_FFMPEG, clip, node.ingest(key)));
        waitFor(team + " is live", () -> !live().isEmpty());
    }

    void rename(String title) {
        submit("/studio", "/studio/title", Map.of("title", title));
    }

    void end() {
        submit("/studio", "/studio/end", Map.of());
        encoder.ifPresent(FfmpegPublisher::close);
        encoder = Optional.empty();
        waitFor(team + " is over", () -> live().isEmpty());
    }

    /** Nobody is to have what is on air any more; gives its address. */
    String takeBack() {
        var broadcast = live().iterator().next();
        submit("/studio/fediverse", "/studio/fediverse/broadcasts/take-back", Map.of("broadcast", broadcast));
        encoder.ifPresent(FfmpegPublisher::close);
        encoder = Optional.empty();
        waitFor(team + " is over", () -> live().isEmpty());
        return broadcast;
    }

    /** What it answers to whoever looks at something of its. */
    WebVisitor.Reply show(String address) {
        return person.getActivity(URI.create(address).getPath());
    }

    /** Until it knows nothing of a broadcast elsewhere, not even that it was. */
    void awaitForgotten(String broadcast) {
        waitFor(broadcast + " is forgotten", () -> !store.remembers(broadcast));
    }

    /** Until its front page says that these are on air elsewhere, and nothing else is. */
    void awaitShown(String... titles) {
        waitFor(team + " shows " + Set.of(titles), () -> shown().equals(Set.of(titles)));
    }

    private Set<String> shown() {
        return Set.copyOf(new WebVisitor(node.web())
                .get("/")
                .page()
                .select("[aria-labelledby=elsewhere] h3")
                .eachText());
    }

    /** Until nothing waits for others any more. */
    void awaitAllSaid() {
        waitFor("all is said", () -> store.queued() == 0);
    }

    /** Addresses of broadcasts elsewhere that it takes for on air. */
    Set<String> onAirElsewhere() {
        return store.onAir();
    }

    Kept kept() {
        return store.kept();
    }

    /** Until it has forgotten all broadcasts elsewhere, whether it saw them or heard of them later. */
    void awaitNothingRemembered() {
        waitFor("what is over is forgotten", () -> store.remembered() == 0);
    }

    /** Whatever it said to others was as they take it. */
    void awaitNothingToComplainOf() {
        awaitAllSaid();
        Emitted.check(node.web(), database.client());
    }

    void kill() {
        node.kill();
    }

    void comeBack() {
        node.startAgain();
    }

    void waitFor(String what, BooleanSupplier condition) {
        Waiting.until(what, PATIENCE, condition, () -> store.kept() + "\n" + node.output());
    }

    @Override
    public void close() {
        encoder.ifPresent(FfmpegPublisher::close);
        node.close();
    }
}
