// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.fairturn.Gid;

import static org.assertj.core.api.Assertions.assertThat;

final class VouchGraphTest {

    private final List<ListedGroup> groups = new ArrayList<>();
    private final Map<URI, Set<AddressBlock>> blocks = new HashMap<>();
    private final List<Vouch> vouches = new ArrayList<>();

    @Test
    void aChainFromWhomTheOwnerNamedIsFollowedAsFarAsItGoes() {
        var owl = named("owl");
        var eel = asked("eel");
        var newt = asked("newt");
        var toad = asked("toad");
        vouch(owl, eel);
        vouch(eel, newt);
        assertThat(reach().vouched()).containsExactlyInAnyOrder(owl, eel, newt);
        assertThat(reach().vouched()).doesNotContain(toad);
    }

    @Test
    void aCircleWithoutOneWhoWasNamedIsNothing() {
        var eel = asked("eel");
        var newt = asked("newt");
        vouch(eel, newt);
        vouch(newt, eel);
        assertThat(reach().vouched()).isEmpty();
    }

    @Test
    void whoIsTakenOffTakesAlongWhoeverHasNoOther() {
        var owl = named("owl");
        var eel = asked("eel");
        var newt = asked("newt");
        var toad = asked("toad");
        vouch(owl, eel);
        vouch(owl, toad);
        vouch(eel, newt);
        vouch(eel, toad);
        groups.removeIf(group -> group.id().equals(eel));
        assertThat(reach().vouched()).containsExactlyInAnyOrder(owl, toad).doesNotContain(newt);
    }

    @Test
    void nobodyVouchesForTheSameHands() {
        var owl = named("owl");
        var owlet = group("owl", "owlet", false);
        vouch(owl, owlet);
        assertThat(reach().vouched()).containsExactly(owl);
        var eel = asked("eel");
        var newt = asked("newt");
        vouch(owl, eel);
        vouch(eel, newt);
        playFrom("c00002", eel, newt);
        assertThat(reach().vouched()).containsExactlyInAnyOrder(owl, eel);
    }

    @Test
    void aSharedMachineTiesNewcomersUntilSomebodyVouchesOrTwoOthersStandUp() {
        var eel = asked("eel");
        var newt = asked("newt");
        var toad = asked("toad");
        playFrom("c00002", eel, newt, toad);
        assertThat(sameHands(eel, newt)).isTrue();
        vouch(named("owl"), eel);
        assertThat(sameHands(eel, newt)).isFalse();
        assertThat(sameHands(newt, toad)).isTrue();

        vouch(asked("heron"), toad);
        assertThat(sameHands(newt, toad)).isTrue();
        vouch(group("heron", "stork", false), toad);
        assertThat(sameHands(newt, toad)).isTrue();
        vouch(asked("crane"), toad);
        assertThat(sameHands(newt, toad)).isFalse();
        assertThat(reach().vouched()).doesNotContain(toad);
    }

    @Test
    void domainsAreOfTheSameHandsWhereTheirTeamsAre() {
        var eel = asked("eel");
        var newt = asked("newt");
        var toad = asked("toad");
        group("eel", "elver", false);
        playFrom("c00002", eel, newt);
        var hands = reach().hands();
        assertThat(SameHands.domains(groups, hands, eel, "eel.example"))
                .containsExactlyInAnyOrder("eel.example", "newt.example");
        assertThat(SameHands.domains(groups, hands, toad, "toad.example")).containsExactly("toad.example");
        assertThat(SameHands.domains(groups, hands, URI.create("https://new.example/1"), "new.example"))
                .containsExactly("new.example");
    }

    private void playFrom(String block, URI... teams) {
        for (var team : teams) {
            blocks.put(team, Set.of(new AddressBlock(block)));
        }
    }

    private boolean sameHands(URI one, URI other) {
        var hands = reach().hands();
        return hands.of(Gid.of(one)).equals(hands.of(Gid.of(other)));
    }

    private void vouch(URI voucher, URI vouched) {
        vouches.add(new Vouch(voucher, vouched));
    }

    private URI named(String name) {
        return group(name, name, true);
    }

    private URI asked(String name) {
        return group(name, name, false);
    }

    private URI group(String domain, String name, boolean admitted) {
        var id = URI.create("https://%s.%s.example/ap/g/1".formatted(name, domain));
        groups.add(new ListedGroup(
                id, id.getHost(), name, id, List.of("en"), List.of(), List.of(), "", true, admitted, Instant.EPOCH));
        return id;
    }

    private Reach reach() {
        return new VouchGraph(groups, blocks, vouches).reach();
    }
}
