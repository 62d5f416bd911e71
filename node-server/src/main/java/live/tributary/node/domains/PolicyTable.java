// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The policies as they were at one moment, by name. Immutable. */
final class PolicyTable {

    private final Map<String, DomainPolicy> policies;
    private final Set<String> allowed;
    private final boolean allowListOnly;

    private PolicyTable(Map<String, DomainPolicy> policies, Set<String> allowed, boolean allowListOnly) {
        this.policies = policies;
        this.allowed = allowed;
        this.allowListOnly = allowListOnly;
    }

    static PolicyTable of(List<DomainPolicy> policies, List<DomainName> allowed, boolean allowListOnly) {
        return new PolicyTable(
                policies.stream()
                        .collect(Collectors.toMap(policy -> policy.domain().value(), Function.identity())),
                allowed.stream().map(DomainName::value).collect(Collectors.toSet()),
                allowListOnly);
    }

    Optional<DomainPolicy> policy(DomainName domain) {
        return Optional.ofNullable(policies.get(domain.value()));
    }

    Standing standing(DomainName host) {
        if (allowListOnly && host.andAbove().noneMatch(allowed::contains)) {
            return Standing.UNKNOWN_TO_THE_ALLOW_LIST;
        }
        return host.andAbove()
                .flatMap(name -> Optional.ofNullable(policies.get(name)).stream())
                .findFirst()
                .map(Standing::of)
                .orElse(Standing.GOOD);
    }
}
