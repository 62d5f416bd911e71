// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.fixtures.fediverse.MastodonRules;
import live.tributary.fixtures.fediverse.PeerTubeRules;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fediverse.WireExamples;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

import static org.assertj.core.api.Assertions.assertThat;

/** A node whose team wants to be found, and the server where directories are. Owned by the test, which closes it. */
final class Landing implements AutoCloseable {

    static final Pitch PITCH = new Pitch(
            Consent.INVITED,
            "Quiet company while the others sleep",
            List.of("chess", "rhythm_games"),
            List.of(new Language("en"), new Language("pt-BR")),
            List.of(ContentLabel.FLASHING));

    final ClockAhead clock = new ClockAhead();
    final FederatedNode node;
    final FarDirectory far;
    final Listings listings;
    final Directories directories;
    final TeamId team;
    final Actor owner;

    Landing(TestDatabase database, Path data) {
        node = FederatedNode.start(database, clock, data);
        far = new FarDirectory(clock, node.sharedInbox());
        listings = node.get(Listings.class);
        directories = node.get(Directories.class);
        team = node.house().team().id();
        owner = node.house().actor();
    }

    /** As if the team had never said anything. */
    void sayNothing() {
        listings.put(owner, team, Pitch.NOTHING);
        listings.dates(team).forEach(date -> listings.removeDate(owner, team, date.id()));
        listings.seats(team).forEach(seat -> listings.removeSeat(owner, team, seat.id()));
    }

    URI chosen(String name) {
        listings.put(owner, team, PITCH);
        var directory = far.keep(name);
        assertThat(directories.choose(owner, team, directory.toString())).isEqualTo(new Choice.Done(directory));
        return directory;
    }

    Standing standing(URI directory) {
        return directories.of(team).stream()
                .filter(chosen -> chosen.actor().equals(directory))
                .map(ChosenDirectory::standing)
                .findFirst()
                .orElseThrow();
    }

    WantedSeat seat(String role) {
        return new WantedSeat(
                UUID.randomUUID(),
                role,
                List.of("chess"),
                List.of(new Language("pt-BR")),
                "two hours on Sundays",
                "We lend you a camera.",
                clock.instant().plus(Duration.ofDays(30)));
    }

    /** Whole seconds, as documents have them. */
    Instant soon(int hours) {
        return Instant.ofEpochSecond(clock.instant().getEpochSecond()).plus(Duration.ofHours(hours));
    }

    void heard(String name, ObjectNode activity) {
        var id = far.post(name, activity);
        await(name + " to be heard", () -> !node.outcome(id).isEmpty());
    }

    JsonNode awaitLetter(String type, URI about) {
        await(
                "%s about %s".formatted(type, about),
                () -> !far.letters(type, about).isEmpty());
        return far.letters(type, about).getFirst();
    }

    static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }

    JsonNode document(URI address) {
        var visitor = new WebVisitor(node.node().web());
        return JsonMapper.shared()
                .readTree(visitor.getActivity(address.getPath()).body());
    }

    static void isAsInTheDocs(JsonNode document, String type) {
        var example = WireExamples.ofTheDocs().getOrDefault(type, MissingNode.getInstance());
        assertThat(WireExamples.members(document)).isEqualTo(WireExamples.members(example));
    }

    /** As it would read on a node with a name: the rules demand https and a whole host. */
    static void isTaken(JsonNode document) {
        var published = JsonMapper.shared()
                .readTree(document.toString()
                        .replaceAll("http://localhost:\\d+", "https://node.example")
                        .replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://far.example"));
        assertThat(PeerTubeRules.check(published)).isEmpty();
        assertThat(MastodonRules.check(published)).isEmpty();
    }

    @Override
    public void close() {
        node.close();
        far.close();
    }
}
