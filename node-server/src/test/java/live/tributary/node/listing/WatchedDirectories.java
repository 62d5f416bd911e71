// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.GuardedClient;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.inbox.ClockAhead;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.OwnAccount.Watch;

import static org.assertj.core.api.Assertions.assertThat;

/** How directories treat a team that they list. */
abstract class WatchedDirectories {

    private final Landing landing;
    private final ClockAhead clock;
    private final FederatedNode node;
    private final FarDirectory far;
    private final TeamId team;
    private final Allowances allowances;

    WatchedDirectories(Landing landing) {
        this.landing = landing;
        this.clock = landing.clock;
        this.node = landing.node;
        this.far = landing.far;
        this.team = landing.team;
        this.allowances = new Allowances(landing.clock);
    }

    @Test
    void aTeamSeesItsOwnLineAndWhetherItIsLeftOut() {
        clock.advance(Duration.ofHours(1));
        var books = landing.chosen("books");
        landing.heard("books", far.activity("Accept", "books", landing.awaitLetter("Invite", books)));
        var watch = newWatch();
        // On air for an hour, but listed for a minute: nobody can be left out so soon.
        clock.advance(Duration.ofMinutes(1));
        assertThat(look(watch, books).watch()).isEqualTo(Watch.NOT_YET);
        clock.advance(DirectoryWatch.WHILE_LIVE);
        assertThat(look(watch, books).watch()).isEqualTo(Watch.NOT_YET);
        clock.advance(DirectoryWatch.WHILE_LIVE);
        assertThat(look(watch, books).watch()).isEqualTo(Watch.MISSING);
        assertThat(watch.account(team, books).orElseThrow().lines()).containsExactly(OwnLine.NOTHING);

        var gid = Gid.of(node.groupAddress());
        var pools = List.of(new PoolLine("en", Fixed.ONE / 4, Fixed.ONE), new PoolLine("de", Fixed.ONE, Fixed.ONE));
        clock.advance(DirectoryWatch.WHILE_LIVE);
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var date : List.of(day, day.minusDays(6), day.minusDays(7))) {
            far.writeDown(date, written(gid));
        }
        var found = look(watch, books, new GroupLine(gid, 1, false, pools, List.of(), List.of()));
        assertThat(found.watch()).isEqualTo(Watch.FOUND);
        assertThat(found.lines())
                .containsExactly(
                        new OwnLine(new Language("de"), 0, 0, 0, false, false),
                        new OwnLine(new Language("en"), 180, 20, 15, true, true));
        assertThat(found.lines().getLast().sharePercent()).isEqualTo(75);
        assertThat(allowances.of(gid, gid, List.of("en"))).isEqualTo(Fixed.ONE / 4);

        // A directory that publishes nothing any more hides nobody, and shows nobody.
        clock.advance(DirectoryWatch.WHILE_LIVE);
        watch.round(clock.instant());
        assertThat(watch.account(team, books).orElseThrow().watch()).isEqualTo(Watch.NOT_YET);
    }

    /** One that looks only when it is told. */
    private DirectoryWatch newWatch() {
        return new DirectoryWatch(
                node.get(RequestStore.class),
                node.get(PitchStore.class),
                new DirectoryBooks(node.get(GuardedClient.class), allowances),
                allowances,
                node.get(Actors.class),
                node.get(Videos.class),
                node.get(Addresses.class),
                clock);
    }

    /** @param lines in the newest snapshot */
    private OwnAccount look(DirectoryWatch watch, URI directory, GroupLine... lines) {
        far.publish(snapshot(lines));
        watch.round(clock.instant());
        return watch.account(team, directory).orElseThrow();
    }

    private static ObjectNode written(Gid gid) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("pool", "en")
                .put("gid", gid.toString())
                .put("minutes", 90)
                .put("due", 10.0)
                .put("received", 7.5);
    }

    /** Of this minute; newcomers have half of their weight. */
    private Snapshot snapshot(GroupLine... lines) {
        return new Snapshot(
                Minute.of(clock.instant()),
                Hash.NONE,
                Hash.NONE,
                Hash.NONE,
                Map.of("en", Fixed.ONE / 2),
                List.of(lines));
    }
}
