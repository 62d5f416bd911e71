// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.accounts.Accounts;
import live.tributary.node.accounts.Registration;
import live.tributary.node.accounts.RegistrationRefusal;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.instance.Node;
import live.tributary.node.kernel.Secret;
import live.tributary.web.page.AccountForm;
import live.tributary.web.page.ClaimPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;

/** First step of the set-up: the link from the log makes an owner. */
@Controller
final class ClaimController {

    private final Node node;
    private final Accounts accounts;
    private final Doorway doorway;
    private final Frames frames;

    ClaimController(Node node, Accounts accounts, Doorway doorway, Frames frames) {
        this.node = node;
        this.accounts = accounts;
        this.doorway = doorway;
        this.frames = frames;
    }

    @GetMapping("/claim/{token}")
    Answer form(@PathVariable String token, Visitor visitor) {
        require(token);
        return Answer.show(page(visitor, token, AccountForm.empty()));
    }

    @PostMapping("/claim/{token}")
    Answer claim(@PathVariable String token, Form form, Visitor visitor, ServerHttpRequest request) {
        var secret = require(token);
        if (!doorway.open(visitor)) {
            var error = FormErrors.on("password", FieldError.PLAIN_HTTP);
            return Answer.again(page(visitor, token, AccountFields.filled(form, error)));
        }
        return switch (AccountFields.read(form)) {
            case AccountFields.Bad(var again) -> Answer.again(page(visitor, token, again));
            case AccountFields.Good(var applicant) ->
                switch (accounts.claimNode(visitor.actor(), secret, applicant)) {
                    case Registration.Registered _ ->
                        doorway.welcome(visitor, applicant, Doorway.browser(request), "/setup/team");
                    case Registration.Refused(var reason) -> refused(reason, form, visitor, token);
                };
        };
    }

    private Answer refused(RegistrationRefusal reason, Form form, Visitor visitor, String token) {
        if (reason == RegistrationRefusal.CLAIM_OVER) {
            throw Problem.of(Problem.Kind.LINK_USED_UP);
        }
        return Answer.again(page(visitor, token, AccountFields.filled(form, AccountFields.errors(reason))));
    }

    private Secret require(String token) {
        return Secret.parse(token).filter(node::accepts).orElseThrow(() -> Problem.of(Problem.Kind.LINK_USED_UP));
    }

    private ClaimPage page(Visitor visitor, String token, AccountForm form) {
        return new ClaimPage(frames.of(visitor, "/claim/" + token), form);
    }
}
