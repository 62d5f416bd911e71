// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;

import live.tributary.node.accounts.Accounts;
import live.tributary.node.accounts.LoginLinks;
import live.tributary.node.accounts.Logins;
import live.tributary.node.accounts.Sessions;
import live.tributary.node.gate.LoginCookies;
import live.tributary.node.instance.Node;
import live.tributary.node.roster.Roster;
import live.tributary.node.studio.LiveStreams;
import live.tributary.node.team.Invitations;
import live.tributary.node.team.Teams;
import live.tributary.web.page.Frame;
import live.tributary.web.page.Pages;

/** Wires the pages that every node has, and how they are written. */
@AutoConfiguration(before = WebFluxAutoConfiguration.class)
@ConditionalOnWebApplication
public final class EdgeAutoConfiguration {

    @Bean
    EdgeConfigurer edgeConfigurer() {
        return new EdgeConfigurer();
    }

    @Bean
    Frames frames(Node node, ObjectProvider<Frame.Part> parts) {
        return new Frames(node, parts.stream().collect(Collectors.toSet()));
    }

    @Bean
    AnswerWriter answerWriter() {
        return new AnswerWriter(Pages.load());
    }

    @Bean
    ErrorAnswers errorAnswers(AnswerWriter writer, Frames frames) {
        return new ErrorAnswers(writer, new ErrorPages(frames));
    }

    @Bean
    Airs airs(ObjectProvider<LiveStreams> streams) {
        return new Airs(streams.getIfAvailable(LiveStreams::none));
    }

    @Bean
    Doorway doorway(Logins logins, LoginCookies cookies) {
        return new Doorway(logins, cookies);
    }

    @Bean
    FilesController filesController() {
        return new FilesController();
    }

    @Bean
    ClaimController claimController(Node node, Accounts accounts, Doorway doorway, Frames frames) {
        return new ClaimController(node, accounts, doorway, frames);
    }

    @Bean
    LoginController loginController(
            Doorway doorway, LoginLinks links, Sessions sessions, LoginCookies cookies, Frames frames) {
        return new LoginController(doorway, links, sessions, cookies, frames);
    }

    @Bean
    InvitationController invitationController(Invitations invitations, Teams teams, Doorway doorway, Frames frames) {
        return new InvitationController(invitations, teams, doorway, frames);
    }

    @Bean
    EmbedController embedController(Roster roster, Airs airs, Frames frames) {
        return new EmbedController(roster, airs, frames);
    }

    @Bean
    PublicController publicController(
            Teams teams,
            Roster roster,
            Airs airs,
            ObjectProvider<Presences> presences,
            ObjectProvider<FollowedLive> followed,
            ObjectProvider<RingStrips> rings,
            ObjectProvider<Ways> ways,
            Frames frames) {
        return new PublicController(
                teams,
                roster,
                airs,
                presences.getIfAvailable(() -> Presences.NONE),
                followed.getIfAvailable(() -> FollowedLive.NONE),
                rings.getIfAvailable(() -> RingStrips.NONE),
                ways.getIfAvailable(() -> Ways.NONE),
                frames);
    }
}
