// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.util.Locale;

import live.tributary.node.accounts.LoginOutcome.Busy;
import live.tributary.node.accounts.LoginOutcome.LoggedIn;
import live.tributary.node.accounts.LoginOutcome.Throttled;
import live.tributary.node.accounts.LoginOutcome.Wrong;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Handle;

/** Logging in with a password. The same work and the same answer for a handle that nobody has.
 *  <p>Safe for any thread that may block. */
public final class Logins {

    /** Stands for all that cannot be a handle: what strangers make up must not fill the throttle. */
    private static final String NO_HANDLE = "";

    private final AccountStore store;
    private final PasswordHashes hashes;
    private final LoginThrottle throttle;
    private final Sessions sessions;

    Logins(AccountStore store, PasswordHashes hashes, LoginThrottle throttle, Sessions sessions) {
        this.store = store;
        this.hashes = hashes;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** Opens a session for whoever knows the password.
     *  @param actor anybody: the password is the permission */
    @SuppressWarnings("unused") // an actor on every door that changes something
    public LoginOutcome logIn(Actor actor, LoginAttempt attempt) {
        var handle = Handle.parse(attempt.handle().strip().toLowerCase(Locale.ROOT));
        var source = LoginThrottle.Source.of(handle.map(Handle::value).orElse(NO_HANDLE), attempt.address());
        // Counted before the password is computed: else any number of guesses pass while the first is being computed.
        var wait = throttle.tryOnce(source);
        if (wait.isPositive()) {
            return new Throttled(wait);
        }
        var credentials = handle.flatMap(store::credentials);
        var verdict = credentials
                .map(found -> hashes.verify(attempt.password(), found.passwordHash()))
                .orElseGet(() -> hashes.verifyNobody(attempt.password()));
        return switch (verdict) {
            case RIGHT -> {
                throttle.forget(source);
                var account = credentials.orElseThrow().account();
                yield new LoggedIn(account, sessions.open(account, attempt.browser()));
            }
            case WRONG -> new Wrong();
            case BUSY -> {
                throttle.takeBack(source);
                yield new Busy();
            }
        };
    }
}
