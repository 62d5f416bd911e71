// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.fixtures.process.Waiting;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.fediverse.RingDocuments;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.fixtures.Neighbour;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.Ring;
import live.tributary.node.rings.RingDeed;
import live.tributary.node.rings.RingFounding;
import live.tributary.node.rings.RingInvitations;
import live.tributary.node.rings.RingMaps;
import live.tributary.node.rings.RingMates;
import live.tributary.node.rings.RingMember;
import live.tributary.node.rings.RingSeat;
import live.tributary.node.rings.RingSeats;
import live.tributary.node.rings.RingStewards;
import live.tributary.node.rings.RingStretch;
import live.tributary.node.rings.RingSuccession;
import live.tributary.node.rings.RingVotes;
import live.tributary.node.rings.RingWords;
import live.tributary.node.rings.Rings;
import live.tributary.node.rings.Slug;
import live.tributary.node.team.Founding.Founded;
import live.tributary.node.team.Hue;
import live.tributary.node.team.Mark;
import live.tributary.node.team.NewTeam;
import live.tributary.node.team.Teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A ring that one node keeps, with a member on another: from its founding to the end of its host. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RingOfTwoNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RingWords WORDS = new RingWords("The Clay Ring", "Pots only.", new RingLanes(60, 25, 15));

    private final ClockAhead clock = new ClockAhead();
    private final FederatedNode host;
    private final FederatedNode guest;

    RingOfTwoNodesTest(TestDatabase database, @TempDir Path data) {
        host = FederatedNode.start(
                database, data.resolve("host"), "tributary.rings.most=2", "tributary.rings.most-members=4");
        guest = FederatedNode.start(database.another("guest"), clock, data.resolve("guest"));
    }

    @AfterAll
    void stop() {
        guest.close();
        host.close();
    }

    @Test
    void carriesVisitorsOnAndOutlivesItsHost() {
        var ring = found("clay");
        decidesByMajority();
        asksAndIsTakenInByVote(ring);
        showsWhoIsLive();
        showsAllFromMemory();
        signsOnceForAllReaders(ring);
        leadsOnlyToMembers();
        takesNobodysWordForItsMembers(ring);
        isExpelledAndGone(ring);
        isInvitedAndTakenIn(ring);
        goesOnWithoutItsHost(ring);
        isGoneOnWithByASteward(ring);
    }

    private URI found(String slug) {
        var founding = host.get(RingFounding.class);
        var founded = founding.found(host.house().actor(), team(host), new Slug(slug), WORDS);
        assertThat(founded).isInstanceOf(RingDeed.Done.class);
        return ((RingDeed.Done) founded).ring();
    }

    /** Teams of one node use the same ways, without letters. */
    private void decidesByMajority() {
        var owner = host.house().actor();
        var rings = host.get(Rings.class);
        var founding = host.get(RingFounding.class);
        assertThat(founding.found(owner, team(host), new Slug("clay"), WORDS))
                .isEqualTo(new RingDeed.Not(RingDeed.Why.SLUG_TAKEN));
        var moss = found("moss");
        assertThat(founding.found(owner, team(host), new Slug("third"), WORDS))
                .isEqualTo(new RingDeed.Not(RingDeed.Why.TOO_MANY_RINGS));
        var brook = applied("brook", moss);
        vote(team(host), moss, brook, true);
        var creek = applied("creek", moss);
        vote(team(host), moss, creek, true);
        var delta = applied("delta", moss);
        vote(brook, moss, delta, true);
        assertThat(membersOf(moss)).hasSize(3);
        vote(creek, moss, delta, true);
        assertThat(membersOf(moss)).hasSize(4).last().isEqualTo(rings.address(delta));
        assertThat(seat(applied("estuary", moss)).said()).isEqualTo("The ring is full.");
        handsOver(moss, brook);
        takesInAWebsite(moss, brook);
    }

    private void handsOver(URI moss, TeamId brook) {
        var owner = host.house().actor();
        var rings = host.get(Rings.class);
        var seats = host.get(RingSeats.class);
        var stewards = host.get(RingStewards.class);
        assertThat(seats.leave(owner, team(host), moss)).isEqualTo(new RingDeed.Not(RingDeed.Why.LAST_STEWARD));
        stewards.moveUp(owner, team(host), moss, rings.address(brook));
        assertThat(membersOf(moss)).startsWith(rings.address(brook), host.groupAddress());
        stewards.appoint(owner, team(host), moss, rings.address(brook));
        stewards.stepDown(owner, team(host), moss);
        assertThatThrownBy(() -> stewards.rewrite(owner, team(host), moss, WORDS))
                .isInstanceOf(NotAllowedException.class);
        assertThat(seats.leave(owner, team(host), moss)).isEqualTo(new RingDeed.Done(moss));
        assertThat(membersOf(moss)).hasSize(3);
        assertThat(new WebVisitor(host.node().web())
                        .getActivity(host.groupAddress().getPath() + "/rings")
                        .body())
                .contains("/ap/r/")
                .doesNotContain(moss.toString());
    }

    /** One that leads to the ring is in it, and one that does not is only named. */
    private void takesInAWebsite(URI moss, TeamId brook) {
        var link = host.node().web().resolve("/ring/moss/next");
        try (var zine = new Neighbour()) {
            zine.says("/zine", "text/html", "<p>With friends: <a href=\"%s\">next</a>".formatted(link));
            host.get(RingStewards.class)
                    .addSite(host.house().actor(), brook, moss, zine.at("/zine").toString());
            await(
                    "the website to be in the ring",
                    () -> host.get(Rings.class)
                            .find(moss)
                            .filter(ring -> ring.holding().size() == 4)
                            .isPresent());
            var next = new WebVisitor(host.node().web()).get("/ring/moss/next?from=" + zine.at("/zine"));
            assertThat(next.goesTo())
                    .isEqualTo(host.node().web().resolve("/@brook").toString());
        }
    }

    private TeamId applied(String name, URI ring) {
        var wish = new NewTeam(new Handle(name), new DisplayName(name), new Mark("XX"), new Hue(30));
        var founded = (Founded) host.get(Teams.class).found(host.house().actor(), wish);
        host.get(RingSeats.class).apply(host.house().actor(), founded.team().id(), ring.toString());
        return founded.team().id();
    }

    private void vote(TeamId voter, URI ring, TeamId applicant, boolean yes) {
        var address = host.get(Rings.class).address(applicant);
        host.get(RingVotes.class).vote(host.house().actor(), voter, ring, address, yes);
    }

    private List<URI> membersOf(URI ring) {
        return host.get(Rings.class).find(ring).orElseThrow().members().stream()
                .map(RingMember::address)
                .toList();
    }

    private RingSeat seat(TeamId team) {
        return host.get(RingSeats.class).of(team).getFirst();
    }

    private void asksAndIsTakenInByVote(URI ring) {
        var page = host.node().web().resolve("/ring/clay").toString();
        assertThat(guest.get(RingSeats.class).apply(guest.house().actor(), team(guest), page))
                .isEqualTo(new RingDeed.Done(ring));
        var votes = host.get(RingVotes.class);
        await(
                "the application",
                () -> !votes.applications(team(host), known(host)).isEmpty());
        assertThat(known(host).holding()).hasSize(1);
        votes.vote(host.house().actor(), team(host), ring, guest.groupAddress(), true);
        await("the guest to be in", () -> seat(guest) == RingSeat.State.IN);
        await(
                "both sides to say so",
                () -> guest.get(Rings.class)
                        .named("clay")
                        .filter(found -> found.holding().size() == 2)
                        .isPresent());
        assertThat(guest.get(RingMates.class).mates(team(guest))).containsExactly(host.groupAddress());
        assertThat(guest.get(RingMates.class).rings(team(guest)).getFirst().ringPercent())
                .isEqualTo(60);
    }

    private void showsWhoIsLive() {
        await(
                "the host to be live on the guest's badge",
                () -> new WebVisitor(guest.node().web())
                        .get("/ring/clay/badge.svg")
                        .body()
                        .contains("1 live"));
        assertThat(visit(guest, "/@river/ada").select(".ring-strip .onward").text())
                .contains("live");
        assertThat(visit(guest, "/@river/ada").select(".ring-strip .stops li")).hasSize(2);
        assertThat(new WebVisitor(guest.node().web()).getJson("/ring/clay").body())
                .contains("\"proofValue\"")
                .contains(host.groupAddress().toString());
    }

    /** What a page says of rings costs the database nothing: here it could not answer. */
    private void showsAllFromMemory() {
        var strips = guest.get(RingStrips.class);
        var maps = guest.get(RingMaps.class);
        await("rings to be shown without their tables", () -> {
            strips.of(guest.house().team());
            return guest.database()
                    .isAnsweredWithout(
                            "rings.ring, rings.member, rings.seat, fediverse.actor",
                            () -> strips.of(guest.house().team()).size() == 1
                                    && guest.get(RingMates.class)
                                                    .mates(team(guest))
                                                    .size()
                                            == 1
                                    && guest.get(Rings.class)
                                            .signed(known(guest))
                                            .contains("proofValue")
                                    && maps.onward(known(guest), RingStretch.Way.NEXT, "", "")
                                            .toString()
                                            .startsWith(host.node().web().toString()));
        });
    }

    private void signsOnceForAllReaders(URI ring) {
        var documents = host.get(RingDocuments.class);
        var first = documents.members(Actor.SYSTEM, ring).orElseThrow();
        assertThat(documents.members(Actor.SYSTEM, ring).orElseThrow()).isSameAs(first);
    }

    private void leadsOnlyToMembers() {
        var next = new WebVisitor(guest.node().web()).get("/ring/clay/next");
        assertThat(next.status()).isEqualTo(302);
        assertThat(next.goesTo())
                .isEqualTo(host.node().web().resolve("/@river/ada").toString());
        assertThat(next.header("Cache-Control")).contains("no-store");
        assertThat(next.header("Referrer-Policy")).contains("origin");
        var lured = new WebVisitor(guest.node().web()).get("/ring/clay/previous?from=https://evil.example/");
        assertThat(lured.goesTo()).startsWith(host.node().web().toString());
        var fromTheHost = new WebVisitor(guest.node().web()).get("/ring/clay/next?from=" + host.groupAddress());
        assertThat(fromTheHost.goesTo()).startsWith(guest.node().web().toString());
    }

    /** Signed by a member, and by nobody who may say so. */
    private void takesNobodysWordForItsMembers(URI ring) {
        var outbox = guest.get(Outbox.class);
        var id = outbox.nextId();
        var activity = guest.groupAddress().resolve("/ap/a/" + id);
        var forged = """
                {"@context":"https://www.w3.org/ns/activitystreams","type":"Add","id":"%s","actor":"%s",
                 "object":"https://evil.example/ap/g/1","target":"%s/members","to":["%s"]}""".formatted(activity, guest.groupAddress(), ring, ring);
        outbox.send(
                Actor.SYSTEM,
                guest.group(),
                id,
                forged.getBytes(StandardCharsets.UTF_8),
                List.of(URI.create(ring + "/inbox")));
        await("the forgery", () -> !host.outcome(activity).isEmpty());
        assertThat(known(host).members())
                .extracting(RingMember::address)
                .doesNotContain(URI.create("https://evil.example/ap/g/1"));
    }

    private void isExpelledAndGone(URI ring) {
        host.get(RingVotes.class).expel(host.house().actor(), team(host), ring, guest.groupAddress());
        await("the guest to be out", () -> seat(guest) == RingSeat.State.OUT);
        assertThat(known(host).members()).hasSize(1);
        assertThat(visit(guest, "/@river/ada").select(".ring-strip")).isEmpty();
    }

    private void isInvitedAndTakenIn(URI ring) {
        host.get(RingInvitations.class)
                .invite(
                        host.house().actor(),
                        team(host),
                        ring,
                        guest.groupAddress().toString());
        var seats = guest.get(RingSeats.class);
        var invitations = guest.get(RingInvitations.class);
        await("the invitation", () -> !invitations.of(team(guest)).isEmpty());
        seats.apply(guest.house().actor(), team(guest), ring.toString());
        await("the guest to be in again", () -> seat(guest) == RingSeat.State.IN);
    }

    private void goesOnWithoutItsHost(URI ring) {
        host.get(RingStewards.class).appoint(host.house().actor(), team(host), ring, guest.groupAddress());
        await(
                "the guest's copy",
                () -> guest.get(Rings.class)
                        .find(ring)
                        .filter(found -> found.holding().size() == 2 && found.isSteward(guest.groupAddress()))
                        .isPresent());
        var hostsPage = host.node().web().toString();
        var hosts = host.groupAddress().toString();
        host.close();
        assertThat(visit(guest, "/ring/clay").select(".ring-members li")).hasSize(2);
        var visitor = new WebVisitor(guest.node().web());
        assertThat(visitor.get("/ring/clay/next").goesTo()).startsWith(hostsPage);
        assertThat(visitor.get("/ring/clay/previous").goesTo()).startsWith(hostsPage);
        assertThat(visitor.follow("/ring/clay/next", hostsPage + "/@river").goesTo())
                .isEqualTo(guest.node().web().resolve("/@river").toString());
        assertThat(visitor.getJson("/ring/clay").body())
                .contains("\"proofValue\"")
                .contains(hosts)
                .contains(guest.groupAddress().toString());
        assertThat(visitor.get("/ring/clay/badge.svg").body()).contains("The Clay Ring");
        assertThat(visit(guest, "/@river").select(".ring-strip .stops li")).hasSize(2);
        assertThat(guest.get(RingSuccession.class).succeed(guest.house().actor(), team(guest), ring))
                .isEqualTo(new RingDeed.Not(RingDeed.Why.HOST_ANSWERS));
    }

    /** Nobody else says yet that they come along. */
    private void isGoneOnWithByASteward(URI ring) {
        clock.advance(Duration.ofDays(8));
        var rings = guest.get(Rings.class);
        var succession = guest.get(RingSuccession.class);
        assertThat(succession.succeed(guest.house().actor(), team(guest), ring)).isInstanceOf(RingDeed.Done.class);
        var next = rings.of(team(guest)).getFirst();
        assertThat(next.slug()).isEqualTo(new Slug("clay"));
        assertThat(next.former()).containsExactly(ring);
        assertThat(next.members()).hasSize(2);
        assertThat(next.holding()).extracting(RingMember::address).containsExactly(guest.groupAddress());
        assertThat(new WebVisitor(guest.node().web())
                        .getActivity(next.actor().getPath())
                        .body())
                .contains("alsoKnownAs")
                .contains(ring.toString());
    }

    private static Ring known(FederatedNode node) {
        return node.get(Rings.class).named("clay").orElseThrow();
    }

    private static RingSeat.State seat(FederatedNode node) {
        return node.get(RingSeats.class).of(team(node)).getFirst().state();
    }

    private static TeamId team(FederatedNode node) {
        return node.house().team().id();
    }

    private static Document visit(FederatedNode node, String path) {
        return new WebVisitor(node.node().web()).get(path).page();
    }

    private static void await(String what, BooleanSupplier condition) {
        Waiting.until(what, PATIENCE, condition);
    }
}
