// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.accounts.Account;
import live.tributary.node.accounts.LoginLinks;
import live.tributary.node.accounts.LoginOutcome;
import live.tributary.node.accounts.Password;
import live.tributary.node.accounts.Sessions;
import live.tributary.node.gate.LoginCookies;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.Secret;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.LoginLinkPage;
import live.tributary.web.page.LoginPage;

/** In and out: by password, or by a link that works once. */
@Controller
final class LoginController {

    private final Doorway doorway;
    private final LoginLinks links;
    private final Sessions sessions;
    private final LoginCookies cookies;
    private final Frames frames;

    LoginController(Doorway doorway, LoginLinks links, Sessions sessions, LoginCookies cookies, Frames frames) {
        this.doorway = doorway;
        this.links = links;
        this.sessions = sessions;
        this.cookies = cookies;
        this.frames = frames;
    }

    @GetMapping("/login")
    Answer form(Visitor visitor) {
        return switch (visitor.who()) {
            case Visitor.Who.Member _ -> Answer.goTo("/studio");
            case Visitor.Who.Stranger() -> Answer.show(page(visitor, "", FormErrors.none()));
        };
    }

    @PostMapping("/login")
    Answer logIn(Form form, Visitor visitor, ServerHttpRequest request) {
        var handle = form.text("handle");
        if (!doorway.open(visitor)) {
            return again(visitor, handle, FieldError.PLAIN_HTTP);
        }
        var password = new Password(form.text("password"));
        return switch (doorway.logIn(visitor, handle, password, Doorway.browser(request))) {
            case LoginOutcome.LoggedIn(var _, var token) -> Answer.goTo("/studio", doorway.cookie(visitor, token));
            case LoginOutcome.Wrong() -> again(visitor, handle, FieldError.LOGIN_WRONG);
            case LoginOutcome.Throttled(var wait) ->
                throw Problem.of(Problem.Kind.TOO_MANY_REQUESTS).retryAfter(wait);
            case LoginOutcome.Busy() -> throw Problem.of(Problem.Kind.NODE_BUSY);
        };
    }

    @PostMapping("/logout")
    Answer logOut(Visitor visitor, ServerHttpRequest request) {
        cookies.sessionToken(request).ifPresent(token -> sessions.logOut(visitor.actor(), token));
        return Answer.goTo("/", cookies.noSession(visitor.transport()));
    }

    /** Only looks at the link: a preview in a chat opens it too, and must not use it up. */
    @GetMapping("/login/{token}")
    Answer confirm(@PathVariable String token, Visitor visitor) {
        var frame = frames.of(visitor, "/login/" + token);
        return Answer.show(new LoginLinkPage(frame, Badges.of(account(token))));
    }

    @PostMapping("/login/{token}")
    Answer follow(@PathVariable String token, Visitor visitor, ServerHttpRequest request) {
        if (!doorway.open(visitor)) {
            throw Problem.of(Problem.Kind.FORBIDDEN).because("log-in over plain HTTP from a public network");
        }
        account(token);
        return links.logIn(visitor.actor(), new Secret(token), Doorway.browser(request))
                .map(loggedIn -> Answer.goTo("/studio", doorway.cookie(visitor, loggedIn.token())))
                .orElseThrow(() -> Problem.of(Problem.Kind.LINK_USED_UP));
    }

    private Account account(String token) {
        return Secret.parse(token).flatMap(links::find).orElseThrow(() -> Problem.of(Problem.Kind.LINK_USED_UP));
    }

    private Answer again(Visitor visitor, String handle, FieldError error) {
        return Answer.again(page(visitor, handle, FormErrors.on("password", error)));
    }

    private LoginPage page(Visitor visitor, String handle, FormErrors errors) {
        return new LoginPage(frames.of(visitor, "/login"), handle, errors);
    }
}
