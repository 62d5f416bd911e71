// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

import live.tributary.node.accounts.Applicant;
import live.tributary.node.accounts.LoginAttempt;
import live.tributary.node.accounts.LoginOutcome;
import live.tributary.node.accounts.Logins;
import live.tributary.node.accounts.Password;
import live.tributary.node.gate.LoginCookies;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Secret;

/** Lets people in: from a password or a link to the cookie of a session. */
final class Doorway {

    private final Logins logins;
    private final LoginCookies cookies;

    Doorway(Logins logins, LoginCookies cookies) {
        this.logins = logins;
        this.cookies = cookies;
    }

    /** False where a password would be typed into a connection that strangers may read. */
    boolean open(Visitor visitor) {
        return cookies.mayLogIn(visitor.transport());
    }

    LoginOutcome logIn(Visitor visitor, String handle, Password password, String browser) {
        var address = visitor.transport().client();
        return logins.logIn(visitor.actor(), new LoginAttempt(handle, password, address, browser));
    }

    /** Somebody whose account was made a moment ago goes on as themselves. */
    Answer welcome(Visitor visitor, Applicant applicant, String browser, String path) {
        var outcome = logIn(visitor, applicant.handle().value(), applicant.password(), browser);
        return switch (outcome) {
            case LoginOutcome.LoggedIn(var _, var token) -> Answer.goTo(path, cookie(visitor, token));
            case LoginOutcome.Wrong _, LoginOutcome.Throttled _, LoginOutcome.Busy _ -> Answer.goTo("/login");
        };
    }

    ResponseCookie cookie(Visitor visitor, Secret token) {
        return cookies.session(visitor.transport(), token);
    }

    static String browser(ServerHttpRequest request) {
        var name = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return name == null ? "" : name;
    }
}
