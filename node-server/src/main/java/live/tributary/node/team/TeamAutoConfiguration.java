// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.accounts.Accounts;

/** Wires teams, members and invitations. */
@AutoConfiguration
@EnableConfigurationProperties(TeamProperties.class)
public final class TeamAutoConfiguration {

    @Bean
    TeamStore teamStore(JdbcClient db) {
        return new TeamStore(db);
    }

    @Bean
    MemberStore memberStore(JdbcClient db) {
        return new MemberStore(db);
    }

    @Bean
    Teams teams(
            TeamStore teams,
            MemberStore members,
            Accounts accounts,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Teams(teams, members, accounts, transactions, events, clock);
    }

    @Bean
    Members members(
            MemberStore members,
            TeamStore teams,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Members(members, teams, transactions, events, clock);
    }

    @Bean
    Invitations invitations(
            JdbcClient db,
            Members members,
            MemberStore seats,
            Accounts accounts,
            TeamProperties properties,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Invitations(
                new InvitationStore(db),
                members,
                seats,
                accounts,
                properties.invitationTime(),
                transactions,
                events,
                clock);
    }
}
