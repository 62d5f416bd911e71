// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class BroadcastsTest {

    private static final About RAKU = new About(
            new Description("Four pots.\n\nOne kiln."),
            new Language("de"),
            Category.HOW_TO,
            List.of(new Tag("raku"), new Tag("open_fire")),
            new Warning("sudden light"));

    private final BroadcastSlice house;

    BroadcastsTest(TestDatabase database) {
        this.house = new BroadcastSlice(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void openGoLiveAndEndOnce() {
        var opened = open();
        assertThat(opened.state()).isEqualTo(new BroadcastState.Open());
        assertThat(house.broadcasts.goLive(Actor.SYSTEM, opened.id())).isTrue();
        assertThat(house.broadcasts.goLive(Actor.SYSTEM, opened.id())).isFalse();
        assertThat(state(opened)).isEqualTo(new BroadcastState.Live(house.clock.instant()));
        assertThat(house.broadcasts.allCurrent()).extracting(Broadcast::id).containsExactly(opened.id());
        assertThat(house.broadcasts.end(Actor.SYSTEM, opened.id(), EndReason.PUBLISHER_DONE))
                .isTrue();
        assertThat(house.broadcasts.end(Actor.SYSTEM, opened.id(), EndReason.PUBLISHER_LOST))
                .isFalse();
        assertThat(state(opened)).isEqualTo(new BroadcastState.Ended(house.clock.instant()));
        assertThat(house.broadcasts.current(house.channel.id())).isEmpty();
    }

    @Test
    void tellTheirLifeAsFacts() {
        var broadcast = open();
        var title = broadcast.title();
        var now = house.clock.instant();
        house.broadcasts.goLive(Actor.SYSTEM, broadcast.id());
        house.broadcasts.end(Actor.SYSTEM, broadcast.id(), EndReason.ENDED_BY_HAND);
        assertThat(house.heard.all(BroadcastStarted.class))
                .containsExactly(new BroadcastStarted(broadcast.id(), house.channel.id(), title, now));
        assertThat(house.heard.all(BroadcastEnded.class))
                .containsExactly(new BroadcastEnded(broadcast.id(), house.channel.id(), EndReason.ENDED_BY_HAND, now));
    }

    @Test
    void doNotComeBackToLife() {
        var broadcast = open();
        house.broadcasts.end(Actor.SYSTEM, broadcast.id(), EndReason.PUBLISHER_LOST);
        assertThat(house.broadcasts.goLive(Actor.SYSTEM, broadcast.id())).isFalse();
        assertThat(house.heard.all(BroadcastStarted.class)).isEmpty();
    }

    @Test
    void areOneAtATimeOnAChannel() throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(2);
        try (var publishers = Executors.newVirtualThreadPerTaskExecutor()) {
            var opened = IntStream.range(0, 2)
                    .mapToObj(_ -> publishers.submit(() -> {
                        start.await();
                        return open();
                    }))
                    .toList();
            assertThat(opened.get(0).get().id()).isEqualTo(opened.get(1).get().id());
        }
        assertThat(house.broadcasts.allCurrent()).hasSize(1);
    }

    @Test
    void areAnyNumberAtOnceOnANode() {
        var ben = house.people.streamer(house.people.team("south").team().id(), "ben");
        open();
        house.broadcasts.open(
                Actor.SYSTEM, house.channels.ofMember(ben.id()).orElseThrow().id());
        assertThat(house.broadcasts.allCurrent()).hasSize(2);
    }

    @Test
    void areRenamedWithTheirChannel() {
        var broadcast = open();
        var evening = new Title("An evening at the river");
        house.broadcasts.rename(People.actor(house.ana), house.channel.id(), evening);
        house.broadcasts.rename(People.actor(house.ana), house.channel.id(), evening);
        assertThat(house.broadcasts.find(broadcast.id()).orElseThrow().title()).isEqualTo(evening);
        assertThat(house.channels.find(house.channel.id()).orElseThrow().title())
                .isEqualTo(evening);
        assertThat(house.heard.all(BroadcastRenamed.class))
                .as("the same title again is no news")
                .containsExactly(
                        new BroadcastRenamed(broadcast.id(), house.channel.id(), evening, house.clock.instant()));
    }

    @Test
    void beginWithTheTitleThatTheirChannelGotBefore() {
        var evening = new Title("An evening at the river");
        house.broadcasts.rename(People.actor(house.ana), house.channel.id(), evening);
        assertThat(open().title()).isEqualTo(evening);
        assertThat(house.heard.all(BroadcastRenamed.class)).isEmpty();
    }

    @Test
    void takeOverWhatTheirChannelSays() {
        house.broadcasts.describe(Actor.SYSTEM, house.channel.id(), RAKU);
        assertThat(house.heard.all(BroadcastDescribed.class)).isEmpty();
        assertThat(open().about()).isEqualTo(RAKU);
        assertThat(house.channels.find(house.channel.id()).orElseThrow().about())
                .isEqualTo(RAKU);
    }

    @Test
    void areDescribedWhileTheyAreOpenAndNotAfterwards() {
        var first = open();
        assertThat(first.about()).isEqualTo(About.NONE);
        house.broadcasts.describe(Actor.SYSTEM, house.channel.id(), RAKU);
        house.broadcasts.describe(Actor.SYSTEM, house.channel.id(), RAKU);
        assertThat(house.heard.all(BroadcastDescribed.class))
                .containsExactly(new BroadcastDescribed(first.id(), house.channel.id(), RAKU, house.clock.instant()));
        house.broadcasts.end(Actor.SYSTEM, first.id(), EndReason.PUBLISHER_DONE);
        house.broadcasts.describe(Actor.SYSTEM, house.channel.id(), About.NONE);
        assertThat(house.broadcasts.find(first.id()).orElseThrow().about()).isEqualTo(RAKU);
        assertThat(open().about()).isEqualTo(About.NONE);
    }

    @Test
    void areNobodyElsesBusiness() {
        var broadcast = open().id();
        var channel = house.channel.id();
        var ben = People.actor(house.people.streamer(house.north.id(), "ben"));
        assertThatThrownBy(() -> house.broadcasts.open(ben, channel)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.broadcasts.goLive(ben, broadcast)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.broadcasts.rename(ben, channel, new Title("mine")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.broadcasts.describe(ben, channel, RAKU)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> house.broadcasts.end(ben, broadcast, EndReason.ENDED_BY_HAND))
                .isInstanceOf(NotAllowedException.class);
        assertThat(house.broadcasts.current(channel)).isPresent();
    }

    private Broadcast open() {
        return house.broadcasts.open(Actor.SYSTEM, house.channel.id());
    }

    private BroadcastState state(Broadcast broadcast) {
        return house.broadcasts.find(broadcast.id()).orElseThrow().state();
    }
}
