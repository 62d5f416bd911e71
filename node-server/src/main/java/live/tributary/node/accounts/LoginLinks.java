// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.accounts.LoginOutcome.LoggedIn;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.Secret;

/** Links that log somebody in once: the way back for an owner who lost the password and can reach the machine.
 *  <p>Safe for any thread that may block. */
public final class LoginLinks {

    private final LoginLinkStore links;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final Node node;
    private final Duration validity;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    LoginLinks(
            LoginLinkStore links,
            AccountStore accounts,
            Sessions sessions,
            Node node,
            Duration validity,
            TransactionOperations transactions,
            InstantSource clock) {
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.node = node;
        this.validity = validity;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes a link that logs in once.
     *  @param actor the node itself: somebody who reached its console */
    public LoginLink issue(Actor actor, AccountId account) {
        if (!(actor instanceof Actor.NodeItself)) {
            throw new NotAllowedException(actor, "issue a login link");
        }
        var now = clock.instant();
        var token = Secret.random();
        links.removeExpired(now);
        links.add(token.hash(), account, now.plus(validity));
        return new LoginLink(node.link("/login/" + token.value()), now.plus(validity));
    }

    /** Whom the token would log in now. */
    public Optional<Account> find(Secret token) {
        return links.find(token.hash(), clock.instant()).flatMap(accounts::find);
    }

    /** Uses the link up; empty where it was used, is too old, or never was one.
     *  @param actor anybody: the token is the permission */
    @SuppressWarnings("unused") // an actor on every door that changes something
    public Optional<LoggedIn> logIn(Actor actor, Secret token, String browser) {
        return transactions.execute(_ -> links.take(token.hash(), clock.instant())
                .flatMap(accounts::find)
                .map(account -> new LoggedIn(account, sessions.open(account, browser))));
    }
}
