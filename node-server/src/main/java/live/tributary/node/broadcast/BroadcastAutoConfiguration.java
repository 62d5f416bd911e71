// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.team.Members;

/** Wires channels, stream keys and broadcasts. */
@AutoConfiguration
public final class BroadcastAutoConfiguration {

    @Bean
    ChannelStore channelStore(JdbcClient db) {
        return new ChannelStore(db);
    }

    @Bean
    Channels channels(ChannelStore store, Members members) {
        return new Channels(store, members);
    }

    @Bean
    StreamKeys streamKeys(
            JdbcClient db,
            ChannelStore channelStore,
            Channels channels,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new StreamKeys(new StreamKeyStore(db), channelStore, channels, transactions, events, clock);
    }

    @Bean
    Broadcasts broadcasts(
            JdbcClient db,
            ChannelStore channelStore,
            Channels channels,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Broadcasts(
                new BroadcastStore(db), channelStore, new AboutStore(db), channels, transactions, events, clock);
    }

    @Bean
    SeatListener seatListener(ChannelStore channels, StreamKeys keys, Members members) {
        return new SeatListener(channels, keys, members);
    }
}
