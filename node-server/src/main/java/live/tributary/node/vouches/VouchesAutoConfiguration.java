// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.DirectoryAutoConfiguration;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.inbox.Originals;

/** Wires what a directory reads of vouches. */
@AutoConfiguration(after = DirectoryAutoConfiguration.class)
@ConditionalOnBean(Directory.class)
public final class VouchesAutoConfiguration {

    @Bean
    VouchStore vouchStore(JdbcClient db) {
        return new VouchStore(db);
    }

    @Bean
    Vouches vouches(VouchStore store) {
        return new Vouches(store);
    }

    @Bean
    VouchEars vouchEars(VouchStore store, ApplicationEventPublisher events, InstantSource clock) {
        return new VouchEars(store, events, clock);
    }

    @Bean
    VouchWorker vouchWorker(
            VouchStore store,
            Vouches vouches,
            Directory directory,
            LiveBoard board,
            Originals originals,
            TransactionOperations transactions,
            InstantSource clock) {
        var sameHands = new SameHands(directory, board, vouches, System::nanoTime);
        return new VouchWorker(store, new Counting(store), sameHands, originals, transactions, clock);
    }
}
