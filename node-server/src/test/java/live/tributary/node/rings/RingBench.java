// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityReader;
import live.tributary.federation.vocab.ActivityReading;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.inbox.ActorSpoke;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Founding.Founded;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Mark;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Teams;

/** A node that hosts rings, whose other members are told by letters and do not exist: what they say is said for them. */
final class RingBench implements AutoCloseable {

    static final RingWords WORDS = new RingWords("A ring", "", RingLanes.USUAL);

    final ClockAhead clock = new ClockAhead();
    final FederatedNode node;
    private final TransactionOperations transactions;

    RingBench(TestDatabase database, Path data, String... settings) {
        node = FederatedNode.start(database, clock, data, settings);
        transactions = node.get(TransactionOperations.class);
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    /** Owner of all teams of the node. */
    Actor owner() {
        return node.house().actor();
    }

    TeamId team() {
        return node.house().team().id();
    }

    URI address(TeamId team) {
        return get(OwnTeams.class).address(team);
    }

    TeamId anotherTeam(String name) {
        var wish = new NewTeam(new Handle(name), new DisplayName(name), new Mark("XX"), new Hue(30));
        return ((Founded) get(Teams.class).found(owner(), wish)).team().id();
    }

    /** A ring of this node with its team, and members elsewhere. */
    URI ring(String slug, String... others) {
        var done = (RingDeed.Done) get(RingFounding.class).found(owner(), team(), new Slug(slug), WORDS);
        within(() -> {
            var ring = known(done.ring());
            var members =
                    Stream.concat(ring.members().stream(), Stream.of(others).map(Stretches::member));
            get(Chair.class).put(ring.with(members.toList()));
        });
        return done.ring();
    }

    Ring known(URI ring) {
        return get(RingStore.class).find(ring).orElseThrow();
    }

    Set<URI> members(URI ring) {
        return known(ring).members().stream().map(RingMember::address).collect(Collectors.toSet());
    }

    boolean holds(URI ring, URI member) {
        return known(ring).member(member).filter(RingMember::holds).isPresent();
    }

    /** Another team of this node is in it, as its steward wants. */
    void joinsHere(TeamId guest, URI ring) {
        get(RingSeats.class).apply(owner(), guest, ring.toString());
        get(RingVotes.class).vote(owner(), team(), ring, address(guest), true);
    }

    /** Somebody asks, is read at their own address, and says so too. */
    URI waits(URI ring, String name, String number) {
        var join = URI.create(Stretches.actor(name) + "/join/" + number);
        within(() -> get(Chair.class).opened(known(ring), Stretches.member(name), join));
        return join;
    }

    void joins(String name, URI ring, String number) {
        says("""
                {"type":"Join","id":"%1$s/join/%2$s","actor":"%1$s","object":"%3$s"}""".formatted(Stretches.actor(name), number, ring));
    }

    void votes(String voter, URI ring, String applicant, URI join, boolean yes) {
        says("""
                {"type":"%s","id":"%s/vote","actor":"%2$s","object":
                  {"type":"Join","id":"%s","actor":"%s","object":"%s"}}""".formatted(yes ? "Accept" : "Reject", Stretches.actor(voter), join, Stretches.actor(applicant), ring));
    }

    void wantsGone(String voter, URI ring, URI member) {
        says("""
                {"type":"Remove","id":"%1$s/remove","actor":"%1$s","object":"%2$s","target":"%3$s/members"}""".formatted(Stretches.actor(voter), member, ring));
    }

    void invites(String inviter, TeamId guest, URI ring) {
        says("""
                {"type":"Invite","id":"%1$s/invite/1","actor":"%1$s","object":"%2$s","target":"%3$s"}""".formatted(Stretches.actor(inviter), address(guest), ring));
    }

    /** As the inbox tells it. */
    void says(String json) {
        var document = JsonMapper.shared().readValue(json, ObjectNode.class);
        var read = (ActivityReading.Understood) ActivityReader.read(document);
        within(() -> get(RingEars.class).on(new ActorSpoke(read.activity(), 1, clock.instant())));
    }

    Set<URI> yesses(URI ring, String applicant) {
        return get(BallotStore.class).votes(ring, Question.JOIN, Stretches.actor(applicant)).stream()
                .filter(Vote::yes)
                .map(Vote::voter)
                .collect(Collectors.toSet());
    }

    /** Both are under way before either can change the rings. */
    List<RingDeed> atOnce(Supplier<RingDeed> one, Supplier<RingDeed> other) {
        return node.database().atOnce("rings.ring", one, other);
    }

    void within(Runnable deed) {
        transactions.executeWithoutResult(_ -> deed.run());
    }

    /** What is done is taken back. */
    void inVain(Runnable deed) {
        transactions.executeWithoutResult(transaction -> {
            deed.run();
            transaction.setRollbackOnly();
        });
    }

    static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, FederatedNode.PATIENCE, condition);
    }

    @Override
    public void close() {
        node.close();
    }
}
