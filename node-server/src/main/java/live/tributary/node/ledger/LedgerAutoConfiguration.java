// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.security.SecureRandom;
import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.DirectoryAutoConfiguration;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.KeyRings;
import live.tributary.node.vouches.Vouches;
import live.tributary.node.vouches.VouchesAutoConfiguration;

/** Wires the books of a directory, and what it publishes of them. */
@AutoConfiguration(after = {DirectoryAutoConfiguration.class, VouchesAutoConfiguration.class})
@ConditionalOnBean(Directory.class)
@EnableConfigurationProperties(LedgerProperties.class)
public final class LedgerAutoConfiguration {

    @Bean
    SnapshotStore snapshotStore(JdbcClient db) {
        return new SnapshotStore(db);
    }

    @Bean
    DayKeyStore dayKeyStore(JdbcClient db) {
        return new DayKeyStore(db);
    }

    @Bean
    TurnStore turnStore(JdbcClient db) {
        return new TurnStore(db);
    }

    @Bean
    LiveHourStore liveHourStore(JdbcClient db) {
        return new LiveHourStore(db);
    }

    @Bean
    DayKeys dayKeys(DayKeyStore store, InstantSource clock) {
        return new DayKeys(store, new SecureRandom(), clock);
    }

    @Bean
    Recent recentSnapshots() {
        return new Recent();
    }

    @Bean
    MinuteCount minuteCount() {
        return new MinuteCount();
    }

    @Bean
    Seal seal(KeyRings keys, Actors actors) {
        return new Seal(keys, actors);
    }

    @Bean
    Books books(
            Directory directory,
            LiveBoard board,
            Vouches vouches,
            MinuteCount count,
            Seal seal,
            DayKeys keys,
            SnapshotStore snapshots,
            TurnStore turns,
            LiveHourStore hours,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Books(directory, board, vouches, count, seal, keys, snapshots, turns, hours, transactions, clock);
    }

    @Bean
    Retention retention(SnapshotStore snapshots, TurnStore turns, LiveHourStore hours, LedgerProperties properties) {
        return new Retention(snapshots, turns, hours, properties);
    }

    @Bean
    MinuteWorker minuteWorker(
            Books books,
            Recent recent,
            SnapshotStore snapshots,
            Retention retention,
            LiveBoard board,
            InstantSource clock) {
        return new MinuteWorker(books, recent, snapshots, retention, board, clock);
    }

    @Bean
    Snapshots snapshots(Recent recent, SnapshotStore store, DayKeys keys, MinuteCount count, Seal seal) {
        return new Snapshots(recent, new Shelf(store::find), keys, count, seal);
    }

    @Bean
    Ledger ledger(TurnStore turns, DayKeys keys, Directory directory, InstantSource clock) {
        return new Ledger(turns, keys, directory, clock);
    }

    @Bean
    Lottery lottery(
            Directory directory,
            Vouches vouches,
            DayKeys keys,
            TurnStore turns,
            LiveHourStore hours,
            InstantSource clock) {
        return new Lottery(directory, vouches, keys, turns, hours, clock);
    }

    @Bean
    LedgerController ledgerController(
            Recent recent,
            SnapshotStore snapshots,
            DayKeys keys,
            DayKeyStore days,
            TurnStore turns,
            Directory directory,
            Seal seal) {
        return new LedgerController(recent, snapshots, keys, days, turns, directory, seal);
    }
}
