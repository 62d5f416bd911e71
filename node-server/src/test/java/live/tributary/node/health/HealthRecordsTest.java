// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import live.tributary.node.accounts.AccountsAutoConfiguration;
import live.tributary.node.broadcast.BroadcastAutoConfiguration;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.instance.InstanceAutoConfiguration;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.team.TeamAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(PostgresExtension.class)
final class HealthRecordsTest {

    private final TestClock clock = new TestClock();
    private final ModuleSlice slice;
    private final HealthRecords records;
    private final ChannelId channel;

    HealthRecordsTest(TestDatabase database) {
        database.empty("team.team", "accounts.account");
        slice = ModuleSlice.of(
                database,
                clock,
                InstanceAutoConfiguration.class,
                AccountsAutoConfiguration.class,
                TeamAutoConfiguration.class,
                BroadcastAutoConfiguration.class,
                Meters.class,
                HealthAutoConfiguration.class);
        records = slice.get(HealthRecords.class);
        var people = new People(slice);
        var ana = people.streamer(people.team("north").team().id(), "ana");
        channel = slice.get(Channels.class).ofMember(ana.id()).orElseThrow().id();
    }

    @Configuration(proxyBeanMethods = false)
    static class Meters {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @AfterEach
    void close() {
        slice.close();
    }

    private HealthRecord broadcast(Map<Cause, Integer> causes) {
        var broadcasts = slice.get(Broadcasts.class);
        var opened = broadcasts.open(Actor.SYSTEM, channel);
        clock.advance(Duration.ofMinutes(43));
        broadcasts.end(Actor.SYSTEM, opened.id(), EndReason.PUBLISHER_DONE);
        var figures = new HealthRecord.Figures(5_920_000, 154_800, 41, 7, 2, 2_000, 1, 0, -16.4);
        return new HealthRecord(
                opened.id(), channel, opened.openedAt(), clock.instant(), 2_500, causes, figures, 100, 97);
    }

    @Test
    void keepTheLastBroadcastWhole() {
        assertThat(records.latest(Actor.SYSTEM, channel)).isEmpty();
        records.add(Actor.SYSTEM, broadcast(Map.of()));
        var second = broadcast(Map.of(Cause.UPLOAD_SLOW, 45, Cause.AWAY, 35));
        records.add(Actor.SYSTEM, second);
        assertThat(records.latest(Actor.SYSTEM, channel)).contains(second);
    }

    @Test
    void takeTheSameRecordTwice() {
        var record = broadcast(Map.of(Cause.SILENT, 6));
        records.add(Actor.SYSTEM, record);
        records.add(Actor.SYSTEM, record);
        assertThat(records.latest(Actor.SYSTEM, channel)).contains(record);
    }

    @Test
    void areForThoseWhoDirectTheChannel() {
        var record = broadcast(Map.of());
        assertThatThrownBy(() -> records.add(Actor.ANONYMOUS, record)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> records.latest(Actor.ANONYMOUS, channel)).isInstanceOf(NotAllowedException.class);
    }
}
