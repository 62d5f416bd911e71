// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.instance.Node;

/** Wires accounts, passwords, sessions and login links. */
@AutoConfiguration
@EnableConfigurationProperties(AccountsProperties.class)
public final class AccountsAutoConfiguration {

    private static final int THROTTLED_SOURCES = 10_000;

    @Bean
    PasswordHashes passwordHashes(AccountsProperties properties) {
        return new PasswordHashes(
                properties.passwordComputationsOn(Runtime.getRuntime().availableProcessors()));
    }

    @Bean
    AccountStore accountStore(JdbcClient db) {
        return new AccountStore(db);
    }

    @Bean
    Accounts accounts(
            AccountStore store,
            PasswordHashes hashes,
            Node node,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Accounts(store, new PasswordRules(), hashes, node, transactions, clock);
    }

    @Bean
    Sessions sessions(JdbcClient db, AccountsProperties properties, InstantSource clock) {
        return new Sessions(new SessionStore(db), properties.sessionIdleTime(), clock);
    }

    @Bean
    Logins logins(AccountStore store, PasswordHashes hashes, Sessions sessions, InstantSource clock) {
        return new Logins(store, hashes, new LoginThrottle(THROTTLED_SOURCES, clock), sessions);
    }

    @Bean
    LoginLinks loginLinks(
            JdbcClient db,
            AccountStore accounts,
            Sessions sessions,
            Node node,
            AccountsProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        var links = new LoginLinkStore(db);
        return new LoginLinks(links, accounts, sessions, node, properties.loginLinkTime(), transactions, clock);
    }
}
