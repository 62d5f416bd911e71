// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.node.gate.Visitor;

/** Who is logged in, for programs. */
@RestController
final class SessionController {

    @GetMapping("/api/v1/session")
    SessionAnswer session(Visitor visitor) {
        var account = SignedIn.require(visitor);
        return new SessionAnswer(
                account.name().value(),
                account.handle().value(),
                account.nodeOwner(),
                visitor.csrf().text());
    }

    /** {@code Session} of the contract. */
    record SessionAnswer(String name, String handle, boolean nodeOwner, String csrfToken) {
        @Override
        public String toString() {
            return "SessionAnswer[%s]".formatted(handle);
        }
    }
}
