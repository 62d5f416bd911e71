// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.Sources;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.ledger.LedgerAutoConfiguration;
import live.tributary.node.ledger.Lottery;

/** Wires what the teams of a directory announce. */
@AutoConfiguration(after = LedgerAutoConfiguration.class)
@ConditionalOnBean(Lottery.class)
public final class NoticesAutoConfiguration {

    @Bean
    StartStore startStore(JdbcClient db) {
        return new StartStore(db);
    }

    @Bean
    SeatStore seatStore(JdbcClient db) {
        return new SeatStore(db);
    }

    @Bean
    NoticeBook noticeBook(StartStore starts, SeatStore seats, InstantSource clock) {
        return new NoticeBook(starts, seats, clock);
    }

    @Bean
    Absentees absentees() {
        return new Absentees();
    }

    @Bean
    Notices notices(
            StartStore starts,
            NoticeBook book,
            Absentees absentees,
            Directory directory,
            Lottery lottery,
            InstantSource clock) {
        return new Notices(starts, book, absentees, directory, lottery, clock);
    }

    @Bean
    NoticeWorker noticeWorker(
            StartStore starts,
            SeatStore seats,
            NoticeBook book,
            Absentees absentees,
            Sources sources,
            LiveBoard board,
            TransactionOperations transactions,
            InstantSource clock) {
        return new NoticeWorker(starts, seats, book, absentees, new DatesLook(sources), board, transactions, clock);
    }

    @Bean
    NoticeController noticeController(Notices notices, Addresses addresses, InstantSource clock) {
        return new NoticeController(notices, addresses, clock);
    }
}
