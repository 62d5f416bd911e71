// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import live.tributary.node.directory.Streams.Seen;

import static org.assertj.core.api.Assertions.assertThat;

final class StreamsTest {

    private static final String OWN = "https://media.owl.example/live/master.m3u8";

    @Test
    void whoPointsAtThePlaylistOfAnotherTeamIsNotLive() {
        var owl = seen("owl.example", 9, OWN);
        var thief = seen("thief.example", 1, OWN + "?my=own");
        var other = seen("thief.example", 1, "https://media.OWL.example/live/../live/master.m3u8");
        assertThat(Streams.withTheirOwners(List.of(thief, owl, other))).containsExactly(owl.live());
    }

    @Test
    void nobodyPutsOffATeamWhoseStreamComesFromAThirdServerNorIsTakenForTheSameHands() {
        var cdn = "https://cdn.example/owl.m3u8";
        var owl = seen("owl.example", 9, cdn);
        var thief = seen("thief.example", 1, cdn);
        assertThat(Streams.withTheirOwners(List.of(thief, owl)))
                .containsExactly(thief.live().withoutBlocks(), owl.live().withoutBlocks());
        assertThat(Streams.withTheirOwners(List.of(owl))).containsExactly(owl.live());
    }

    @Test
    void ofTwoTeamsOnTheHostItselfTheFirstOnTheListHasIt() {
        var one = seen("media.owl.example", 1, OWN);
        var other = seen("media.owl.example", "other", 2, OWN);
        assertThat(Streams.withTheirOwners(List.of(other, one, seen("owl.example", 0, OWN))))
                .containsExactly(one.live());
    }

    @Test
    void teamsWithPlaylistsOfTheirOwnStandSideBySide() {
        var one = seen("owl.example", 1, "https://cdn.example/owl.m3u8");
        var other = seen("eel.example", 2, "https://cdn.example/eel.m3u8");
        assertThat(Streams.withTheirOwners(List.of(one, other))).containsExactlyInAnyOrder(one.live(), other.live());
    }

    private static Seen seen(String host, long listedAt, String media) {
        return seen(host, "", listedAt, media);
    }

    private static Seen seen(String host, String name, long listedAt, String media) {
        var home = URI.create("https://" + host + "/" + name);
        var since = Instant.ofEpochSecond(listedAt);
        var group = new ListedGroup(home, host, host, home, List.of(), List.of(), List.of(), "", true, false, since);
        var live = new LiveGroup(
                group,
                home,
                "",
                home,
                List.of(),
                since,
                List.of("en"),
                List.of(),
                List.of(),
                Set.of(new AddressBlock("cb0071")));
        return new Seen(live, URI.create(media));
    }
}
