// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.HashMap;
import java.util.Map;

import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.domains.Severity;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ServerRule;

/** The form of one rule about other servers. */
sealed interface RuleFields {

    record Good(DomainPolicy policy) implements RuleFields {}

    record Bad(ServerRule typed, FormErrors errors) implements RuleFields {}

    /** Reads what was typed; all that is wrong is said at once. */
    static RuleFields read(Form form) {
        var comment = form.text("comment").strip();
        var domain = DomainName.parse(form.text("domain"));
        if (domain.isPresent() && comment.length() <= DomainPolicy.MAX_COMMENT) {
            return new Good(new DomainPolicy(
                    domain.get(),
                    severity(form),
                    form.ticked("reject-media"),
                    form.ticked("reject-reports"),
                    comment,
                    false));
        }
        Map<String, FieldError> errors = new HashMap<>();
        if (domain.isEmpty()) {
            errors.put("domain", FieldError.DOMAIN_INVALID);
        }
        if (comment.length() > DomainPolicy.MAX_COMMENT) {
            errors.put("comment", FieldError.COMMENT_INVALID);
        }
        return new Bad(typed(form), new FormErrors(errors));
    }

    /** A rule as pages show it. */
    static ServerRule shown(DomainPolicy policy) {
        return new ServerRule(
                policy.domain().value(),
                shown(policy.severity()),
                policy.rejectMedia(),
                policy.rejectReports(),
                policy.comment());
    }

    private static ServerRule typed(Form form) {
        return new ServerRule(
                form.text("domain"),
                shown(severity(form)),
                form.ticked("reject-media"),
                form.ticked("reject-reports"),
                form.text("comment"));
    }

    /** What no browser sends is the strictest. */
    private static Severity severity(Form form) {
        return switch (form.text("severity")) {
            case "nothing" -> Severity.NOTHING;
            case "limit" -> Severity.LIMIT;
            default -> Severity.SUSPEND;
        };
    }

    private static ServerRule.Severity shown(Severity severity) {
        return switch (severity) {
            case NOTHING -> ServerRule.Severity.NOTHING;
            case LIMIT -> ServerRule.Severity.LIMIT;
            case SUSPEND -> ServerRule.Severity.BLOCK;
        };
    }
}
