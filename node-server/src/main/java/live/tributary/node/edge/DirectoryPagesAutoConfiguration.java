// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

import live.tributary.federation.webfinger.WebFingerClient;
import live.tributary.node.directory.Directory;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.Reruns;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.draws.Draws;
import live.tributary.node.draws.DrawsAutoConfiguration;
import live.tributary.node.draws.Searches;
import live.tributary.node.inbox.People;
import live.tributary.node.ledger.Ledger;
import live.tributary.node.ledger.Lottery;
import live.tributary.node.notices.Notices;
import live.tributary.node.notices.NoticesAutoConfiguration;
import live.tributary.node.removals.Removals;
import live.tributary.node.removals.Rulebook;
import live.tributary.node.rings.RingMaps;
import live.tributary.node.rings.RingsAutoConfiguration;
import live.tributary.node.vouches.Vouches;
import live.tributary.web.page.Frame;

/** Wires the pages of a node that is a directory. */
@AutoConfiguration(
        after = {
            EdgeAutoConfiguration.class,
            StudioPagesAutoConfiguration.class,
            DrawsAutoConfiguration.class,
            NoticesAutoConfiguration.class,
            RingsAutoConfiguration.class
        })
@ConditionalOnWebApplication
@ConditionalOnBean(Draws.class)
public final class DirectoryPagesAutoConfiguration {

    @Bean
    Frame.Part directoryPart() {
        return Frame.Part.DIRECTORY;
    }

    @Bean
    DirectoryPages directoryPages(
            Draws draws, Searches searches, LiveBoard board, Ledger ledger, Notices notices, InstantSource clock) {
        return new DirectoryPages(draws, searches, new DirectoryFacts(board, ledger, clock), notices);
    }

    @Bean
    DirectoryController directoryController(
            DirectoryPages pages, Draws draws, Searches searches, LiveBoard board, Frames frames) {
        return new DirectoryController(pages, draws, searches, board, frames);
    }

    @Bean
    Desk desk(Removals removals, Frames frames) {
        return new Desk(removals, frames);
    }

    @Bean
    DeskController deskController(
            Directory directory,
            LiveBoard board,
            People people,
            WebFingerClient webFinger,
            DomainPolicies policies,
            Vouches vouches,
            Reruns reruns,
            Desk desk) {
        var names = new StrangersNames(people, webFinger, policies);
        return new DeskController(directory, board, vouches, reruns, names, desk);
    }

    @Bean
    DeskTeamController deskTeamController(
            Directory directory, LiveBoard board, Vouches vouches, Reruns reruns, Rulebook rules, Desk desk) {
        return new DeskTeamController(directory, board, vouches, reruns, rules, desk);
    }

    @Bean
    DeskRemovalsController deskRemovalsController(Removals removals, Desk desk) {
        return new DeskRemovalsController(removals, desk);
    }

    @Bean
    StatementController statementController(Removals removals, Frames frames, InstantSource clock) {
        return new StatementController(removals, frames, clock);
    }

    @Bean
    ListingRulesController listingRulesController(Rulebook rules, Desk desk) {
        return new ListingRulesController(rules, desk);
    }

    @Bean
    @ConditionalOnMissingBean(Studio.class)
    NoStudioController noStudioController() {
        return new NoStudioController();
    }

    @Bean
    DirectoryNoticesController directoryNoticesController(Notices notices, Frames frames) {
        return new DirectoryNoticesController(notices, frames);
    }

    @Bean
    @ConditionalOnBean(RingMaps.class)
    Frame.Part listedRingsPart() {
        return Frame.Part.LISTED_RINGS;
    }

    @Bean
    @ConditionalOnBean(RingMaps.class)
    DirectoryRingsController directoryRingsController(
            RingMaps maps, Directory directory, LiveBoard board, Lottery lottery, Frames frames) {
        return new DirectoryRingsController(maps, directory, board, lottery, frames);
    }

    @Bean
    DrawCheckController drawCheckController(
            Draws draws, Searches searches, Ledger ledger, Frames frames, InstantSource clock) {
        return new DrawCheckController(draws, searches, ledger, frames, clock);
    }
}
