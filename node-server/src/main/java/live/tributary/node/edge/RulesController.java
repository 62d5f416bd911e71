// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.domains.DomainName;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.domains.DomainPolicy;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ServerRule;
import live.tributary.web.page.ServerRulesPage;
import live.tributary.web.page.ServerRulesPage.Allowing;

/** The rules of the node about other servers; for its owner. */
@Controller
final class RulesController {

    static final String PATH = "/studio/servers/rules";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final DomainPolicies policies;
    private final Studio studio;

    RulesController(DomainPolicies policies, Studio studio) {
        this.policies = policies;
        this.studio = studio;
    }

    /** @param domain whose rule stands in the fields, to be changed */
    @GetMapping(PATH)
    Answer list(
            @RequestParam(defaultValue = "") String domain,
            Visitor visitor,
            @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.ownersSeat(visitor, team);
        var form = DomainName.parse(domain)
                .flatMap(this::find)
                .map(RuleFields::shown)
                .orElseGet(ServerRule::empty);
        return Answer.show(page(visitor, seat, form, FormErrors.none()));
    }

    @PostMapping(PATH)
    Answer put(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.ownersSeat(visitor, team);
        return switch (RuleFields.read(form)) {
            case RuleFields.Bad(var typed, var errors) -> Answer.again(page(visitor, seat, typed, errors));
            case RuleFields.Good(var policy) -> {
                policies.put(visitor.actor(), asHiddenAsBefore(policy));
                yield Answer.goTo(PATH);
            }
        };
    }

    @PostMapping(PATH + "/remove")
    Answer remove(Form form, Visitor visitor) {
        var removed = DomainName.parse(form.text("domain")).filter(name -> policies.remove(visitor.actor(), name));
        if (removed.isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/allow")
    Answer allow(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.ownersSeat(visitor, team);
        var domain = DomainName.parse(form.text("allowed"));
        if (domain.isEmpty()) {
            var error = FormErrors.on("allowed", FieldError.DOMAIN_INVALID);
            return Answer.again(page(visitor, seat, ServerRule.empty(), error));
        }
        policies.allow(visitor.actor(), domain.get(), true);
        return Answer.goTo(PATH);
    }

    @PostMapping(PATH + "/disallow")
    Answer disallow(Form form, Visitor visitor) {
        var domain = DomainName.parse(form.text("domain")).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND));
        policies.allow(visitor.actor(), domain, false);
        return Answer.goTo(PATH);
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> export(
            Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        studio.ownersSeat(visitor, team);
        var download = ContentDisposition.attachment()
                .filename("tributary-server-rules.csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(policies.export().getBytes(StandardCharsets.UTF_8));
    }

    private ServerRulesPage page(Visitor visitor, Seat seat, ServerRule form, FormErrors errors) {
        return new ServerRulesPage(
                studio.frame(visitor, PATH, seat),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                allowing(),
                policies.all().stream().map(RuleFields::shown).toList(),
                form,
                errors);
    }

    private Allowing allowing() {
        return policies.allowListOnly()
                ? new Allowing.Listed(
                        policies.allowed().stream().map(DomainName::value).toList())
                : new Allowing.Everybody();
    }

    /** What the form does not ask stays. */
    private DomainPolicy asHiddenAsBefore(DomainPolicy policy) {
        var obfuscate = find(policy.domain()).filter(DomainPolicy::obfuscate).isPresent();
        return new DomainPolicy(
                policy.domain(),
                policy.severity(),
                policy.rejectMedia(),
                policy.rejectReports(),
                policy.comment(),
                obfuscate);
    }

    private Optional<DomainPolicy> find(DomainName domain) {
        return policies.all().stream()
                .filter(policy -> policy.domain().equals(domain))
                .findFirst();
    }
}
