// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.instance.Node;
import live.tributary.node.ledger.LedgerAutoConfiguration;
import live.tributary.node.ledger.Snapshots;

/** Wires the draws of a directory. */
@AutoConfiguration(after = LedgerAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(Snapshots.class)
public final class DrawsAutoConfiguration {

    @Bean
    Draws draws(Snapshots snapshots, Directory directory, LiveBoard board) {
        return new Draws(snapshots, directory, board, new Toll(System::nanoTime));
    }

    @Bean
    Searches searches(Directory directory, LiveBoard board) {
        return new Searches(directory, board);
    }

    @Bean
    DrawController drawController(Draws draws, Searches searches) {
        return new DrawController(draws, searches);
    }

    @Bean
    FeedController directoryFeedController(
            Draws draws, Directory directory, Node node, Addresses addresses, InstantSource clock) {
        return new FeedController(draws, directory, new Feeds(node.name().value(), addresses), clock);
    }
}
