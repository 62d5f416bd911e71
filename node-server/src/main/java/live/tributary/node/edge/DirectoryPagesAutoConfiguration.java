// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.node.directory.LiveBoard;
import live.tributary.node.draws.Draws;
import live.tributary.node.draws.DrawsAutoConfiguration;
import live.tributary.node.draws.Searches;
import live.tributary.node.ledger.Ledger;
import live.tributary.web.page.Frame;

/** Wires the pages of a node that is a directory. */
@AutoConfiguration(after = {EdgeAutoConfiguration.class, DrawsAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnBean(Draws.class)
public final class DirectoryPagesAutoConfiguration {

    @Bean
    Frame.Part directoryPart() {
        return Frame.Part.DIRECTORY;
    }

    @Bean
    DirectoryPages directoryPages(Draws draws, Searches searches, LiveBoard board, Ledger ledger) {
        return new DirectoryPages(draws, searches, board, ledger);
    }

    @Bean
    DirectoryController directoryController(
            DirectoryPages pages, Draws draws, Searches searches, LiveBoard board, Frames frames) {
        return new DirectoryController(pages, draws, searches, board, frames);
    }

    @Bean
    DrawCheckController drawCheckController(Draws draws, Searches searches, Ledger ledger, Frames frames) {
        return new DrawCheckController(draws, searches, ledger, frames);
    }
}
