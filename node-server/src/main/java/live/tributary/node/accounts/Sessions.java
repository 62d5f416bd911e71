// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Secret;

/** Browsers in which people are logged in. The cookie holds a random token, the database its hash.
 *  <p>Safe for any thread that may block. */
public final class Sessions {

    /** So that a page view is not a write. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

    private static final int BROWSER_CHARACTERS = 200;

    private final SessionStore store;
    private final Duration idleTime;
    private final InstantSource clock;

    Sessions(SessionStore store, Duration idleTime, InstantSource clock) {
        this.store = store;
        this.idleTime = idleTime;
        this.clock = clock;
    }

    /** The session that a cookie opens; empty where it was revoked, ended or not used for long. */
    public Optional<Session> find(Secret token) {
        var now = clock.instant();
        var found = store.find(token.hash(), now.minus(idleTime));
        found.filter(session -> session.lastUsedAt().isBefore(now.minus(TOUCH_EVERY)))
                .ifPresent(session -> store.touch(session.id(), now));
        return found;
    }

    /** How long a cookie may live in a browser. */
    public Duration idleTime() {
        return idleTime;
    }

    /** Ends the session of the browser that holds the token.
     *  @param actor anybody: the token is the permission */
    @SuppressWarnings("unused") // an actor on every door that changes something
    public void logOut(Actor actor, Secret token) {
        store.remove(token.hash());
    }

    /**
     * A new token at every log-in, so that one planted before it opens nothing.
     *
     * @param browser what the browser calls itself: kept for the page on which people will end sessions
     */
    Secret open(Account account, String browser) {
        var now = clock.instant();
        var token = Secret.random();
        var name = browser.length() > BROWSER_CHARACTERS ? browser.substring(0, BROWSER_CHARACTERS) : browser;
        store.removeUnusedSince(now.minus(idleTime));
        store.add(new Session(LoginSessionId.next(now), account, now, now), name, token.hash());
        return token;
    }
}
