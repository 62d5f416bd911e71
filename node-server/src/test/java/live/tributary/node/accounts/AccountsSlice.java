// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.net.InetAddress;

import live.tributary.node.fixtures.ModuleSlice;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.instance.InstanceAutoConfiguration;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;

/** The module with its neighbours, and words to speak to it. */
final class AccountsSlice implements AutoCloseable {

    static final Password PASSWORD = new Password("a quiet river");
    static final InetAddress HOME = InetAddress.ofLiteral("192.0.2.7");

    final TestClock clock = new TestClock();
    final ModuleSlice slice;
    final Accounts accounts;
    final Logins logins;
    final Sessions sessions;
    final LoginLinks links;
    final Node node;

    AccountsSlice(TestDatabase database) {
        slice = ModuleSlice.of(database, clock, InstanceAutoConfiguration.class, AccountsAutoConfiguration.class);
        accounts = slice.get(Accounts.class);
        logins = slice.get(Logins.class);
        sessions = slice.get(Sessions.class);
        links = slice.get(LoginLinks.class);
        node = slice.get(Node.class);
    }

    static Applicant applicant(String handle) {
        return new Applicant(new Handle(handle), new DisplayName(handle), PASSWORD);
    }

    Account register(String handle) {
        var vetted = ((Vetting.Fit) accounts.vet(applicant(handle))).applicant();
        return ((Registration.Registered) accounts.register(Actor.SYSTEM, vetted)).account();
    }

    LoginOutcome logIn(String handle, String password) {
        return logins.logIn(Actor.ANONYMOUS, new LoginAttempt(handle, new Password(password), HOME, "a browser"));
    }

    LoginOutcome.LoggedIn logIn(String handle) {
        return (LoginOutcome.LoggedIn) logIn(handle, PASSWORD.value());
    }

    @Override
    public void close() {
        slice.close();
    }
}
