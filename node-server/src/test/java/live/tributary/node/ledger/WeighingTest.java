// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Allowance;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Turn;
import live.tributary.node.inbox.Domains;
import live.tributary.node.ledger.LiveHourStore.Hours;
import live.tributary.node.ledger.TurnStore.Counted;
import live.tributary.node.vouches.Hands;
import live.tributary.node.vouches.Reach;

import static org.assertj.core.api.Assertions.assertThat;

final class WeighingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:04:00Z");
    private static final String SALT = "today";

    private final Map<Gid, LiveGroup> live = new HashMap<>();
    private final Map<Gid, Hours> hours = new HashMap<>();
    private final Map<PoolGid, Counted> turns = new HashMap<>();

    @Test
    void whoRunsSeveralTeamsHasTheHoursOfAllOfThem() {
        var owl = isLive("https://a.owl.example/g", true);
        var owlet = isLive("https://b.owl.example/g", true);
        var eel = isLive("https://eel.example/g", true);
        hours.put(owl, new Hours(40, 5));
        hours.put(owlet, new Hours(40, 5));
        hours.put(eel, new Hours(40, 5));
        assertThat(line(owl).pools().getFirst().allowance()).isEqualTo(Fixed.ONE / 2);
        assertThat(line(eel).pools().getFirst().allowance()).isEqualTo(Fixed.ONE);
        assertThat(line(owl).hands())
                .isEqualTo(line(owlet).hands())
                .isNotEqualTo(line(eel).hands());
    }

    @Test
    void newcomersShareAPartOfThePoolAndOthersAreLeftAlone() {
        var owl = isLive("https://owl.example/g", true);
        for (int i = 0; i < 24; i++) {
            isLive("https://n%d.example/g".formatted(i), false);
        }
        var cap = Fixed.of(Allowance.newcomerCap(1, 24));
        assertThat(weighing().newcomerCaps()).containsExactly(Map.entry("en", cap));
        assertThat(weighing().lines(SALT))
                .allSatisfy(line -> assertThat(line.pools().getFirst().allowance())
                        .isEqualTo(line.gid().equals(owl) ? Fixed.ONE : cap));
    }

    @Test
    void aLanguageThatNobodySpeaksIsNoWayAroundTheCap() {
        isLive("https://owl.example/g", true);
        for (int i = 0; i < 24; i++) {
            isLive("https://n%d.example/g".formatted(i), false, "x-%d".formatted(i));
        }
        var cap = Fixed.of(Allowance.newcomerCap(1, 24));
        assertThat(weighing().newcomerCaps()).hasSize(24).containsEntry("x-7", cap);
    }

    @Test
    void whatIsLongAgoCountsLess() {
        var owl = isLive("https://owl.example/g", true);
        turns.put(new PoolGid("en", owl), new Counted(new Turn(100, 50), NOW.minus(Turn.HALF_LIFE)));
        assertThat(line(owl).pools().getFirst().correction()).isEqualTo(Fixed.of(new Turn(50, 25).correction()));
    }

    @Test
    void whoSaysALanguageTwiceWeighsInItOnce() {
        var owl = isLive("https://owl.example/g", true, "en", "de", "en");
        assertThat(line(owl).pools()).extracting(PoolLine::language).containsExactly("en", "de");
    }

    private Gid isLive(String actor, boolean admitted) {
        return isLive(actor, admitted, "en");
    }

    private Gid isLive(String actor, boolean admitted, String... languages) {
        var id = URI.create(actor);
        var group = new ListedGroup(
                id, id.getHost(), "Team", id, List.of("en"), List.of(), List.of(), "", true, admitted, NOW);
        var blocks = Set.<AddressBlock>of();
        live.put(
                Gid.of(id),
                new LiveGroup(
                        group,
                        id,
                        "",
                        id,
                        List.of(),
                        NOW.minus(Duration.ofHours(1)),
                        List.of(languages),
                        List.of(),
                        List.of(),
                        blocks));
        return Gid.of(id);
    }

    private GroupLine line(Gid gid) {
        return weighing().lines(SALT).stream()
                .filter(line -> line.gid().equals(gid))
                .findFirst()
                .orElseThrow();
    }

    private Weighing weighing() {
        var reach = reach();
        return new Weighing(Entrant.all(live), reach, new SharedHours(reach.hands(), hours), turns, NOW);
    }

    private Reach reach() {
        var hands = Hands.of(live.entrySet().stream()
                .map(one -> new Hands.Owned(
                        one.getKey(), Set.of(Domains.of(one.getValue().group().host()))))
                .toList());
        var vouched = live.values().stream()
                .map(LiveGroup::group)
                .filter(ListedGroup::admitted)
                .map(ListedGroup::id)
                .collect(Collectors.toSet());
        return new Reach(vouched, hands);
    }
}
