// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Gid;

import static org.assertj.core.api.Assertions.assertThat;

/** A real pair of addresses with one number takes half a day to find: here all have the same. */
final class GroupNumbersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:04:00Z");
    private static final Gid SAME = new Gid(5);

    private final ListedGroup owl = listed("https://owl.example/g", NOW.minus(Duration.ofDays(2)));
    private final ListedGroup adder = listed("https://adder.example/g", NOW);

    @Test
    void whoeverWasListedLaterIsLeftOut() {
        var numbers = new GroupNumbers(List.of(adder, owl), _ -> SAME);

        assertThat(numbers.live(List.of(live(adder), live(owl))).values())
                .extracting(LiveGroup::group)
                .containsExactly(owl);
    }

    @Test
    void theNumberOfWhoSleepsIsTakenToo() {
        assertThat(new GroupNumbers(List.of(adder, owl), _ -> SAME).live(List.of(live(adder))))
                .isEmpty();
    }

    @Test
    void twoWhoLeaveAtThatMomentStopNothingEither() {
        assertThat(new GroupNumbers(List.of(), _ -> SAME).live(List.of(live(adder), live(owl))))
                .containsOnlyKeys(SAME);
    }

    @Test
    void everybodyElseIsInIt() {
        assertThat(new GroupNumbers(List.of(adder, owl)).live(List.of(live(adder), live(owl))))
                .containsOnlyKeys(Gid.of(owl.id()), Gid.of(adder.id()));
    }

    private static ListedGroup listed(String actor, Instant since) {
        var id = URI.create(actor);
        return new ListedGroup(
                id, id.getHost(), "Team", id, List.of("en"), List.of(), List.of(), "", true, true, since);
    }

    private static LiveGroup live(ListedGroup group) {
        var blocks = Set.<AddressBlock>of();
        return new LiveGroup(
                group, group.id(), "", group.id(), List.of(), NOW, List.of("en"), List.of(), List.of(), blocks);
    }
}
