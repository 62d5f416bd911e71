// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.node.kernel.TeamId;

import static live.tributary.node.rings.Stretches.NOON;
import static live.tributary.node.rings.Stretches.actor;
import static org.assertj.core.api.Assertions.assertThat;

/** Who shares a ring with a team, and who is one ring further. */
final class NeighbourhoodTest {

    private static final TeamId TEAM = new TeamId(UUID.fromString("0190c0de-0000-7000-8000-000000000001"));
    private static final URI SELF = actor("self");
    private static final URI FURTHER = URI.create("https://further.example/ap/r/1");

    @Test
    void matesAreThoseOfWhomBothSidesSaySo() {
        var ring = ring(
                "clay",
                List.of(
                        Stretches.member("self"),
                        Stretches.member("a"),
                        Stretches.member("b").holding(false)));
        assertThat(Neighbourhood.mates(known(List.of(ring), List.of(ring), Map.of()), TEAM, SELF))
                .containsExactly(actor("a"));
    }

    @Test
    void neighboursAreInRingsThatShareAMember() {
        var ours = ring("clay", List.of(Stretches.member("self"), Stretches.member("a")));
        var theirs = ring("moss", List.of(Stretches.member("a"), Stretches.member("c")));
        var others = ring("sand", List.of(Stretches.member("d"), Stretches.member("e")));
        var known = known(List.of(ours, theirs, others), List.of(ours), Map.of());
        assertThat(Neighbourhood.of(known, TEAM, SELF)).containsExactly(actor("c"));
    }

    @Test
    void aRingElsewhereCountsOnlyWhereItNamesTheMate() {
        var mate = Stretches.member("a");
        var says = new RingMember(
                mate.stop(), mate.name(), mate.page(), mate.inbox(), mate.languages(), true, Set.of(FURTHER));
        var ours = ring("clay", List.of(Stretches.member("self"), says));
        var naming = known(List.of(ours), List.of(ours), far(actor("a"), actor("f"), SELF));
        assertThat(Neighbourhood.of(naming, TEAM, SELF)).containsExactly(actor("f"));
        var silent = known(List.of(ours), List.of(ours), far(actor("f")));
        assertThat(Neighbourhood.of(silent, TEAM, SELF)).isEmpty();
    }

    @Test
    void ofListedTeamsThoseRingsAreReadFirstThatMostOfThemName() {
        var near = ring("clay", List.of(Stretches.member("self")));
        var one = URI.create("https://one.example/ap/r/1");
        var two = URI.create("https://two.example/ap/r/1");
        var tooLong = URI.create("https://long.example/" + "r".repeat(2000));
        var listed = Map.of(
                actor("a"), Set.of(one, two, near.actor()), actor("b"), Set.of(two), actor("c"), Set.of(tooLong));
        var known = new RingBook.Known(List.of(near), List.of(), Map.of(), Map.of(), listed);
        assertThat(Neighbourhood.ofListed(known)).containsExactly(two, one);
    }

    private static Map<URI, FarRing> far(URI... teams) {
        return Map.of(FURTHER, new FarRing("Further", "", FURTHER, List.of(teams), teams.length));
    }

    private static RingBook.Known known(List<Ring> rings, List<Ring> seats, Map<URI, FarRing> far) {
        return new RingBook.Known(
                rings, seats.stream().map(NeighbourhoodTest::seat).toList(), Map.of(), far, Map.of());
    }

    private static RingSeat seat(Ring ring) {
        return new RingSeat(
                TEAM, ring.actor(), ring.name(), ring.page(), ring.inbox(), TEAM.value(), RingSeat.State.IN, "", NOON);
    }

    private static Ring ring(String slug, List<RingMember> members) {
        var actor = URI.create("https://host.example/ap/r/" + slug);
        return new Ring(
                actor,
                new Slug(slug),
                true,
                URI.create(actor + "/inbox"),
                slug,
                "",
                actor.resolve("/ring/" + slug),
                List.of(),
                RingLanes.USUAL,
                Set.of(),
                NOON,
                NOON,
                members);
    }
}
