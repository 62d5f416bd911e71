// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;

import live.tributary.node.domains.DomainPolicies;

/** Whom this node talks to: the operator's blocks and allow-list hold for what goes out as for what comes in. */
final class Company {

    private final DomainPolicies policies;

    Company(DomainPolicies policies) {
        this.policies = policies;
    }

    /** Whether nothing goes to the host of this address. */
    boolean shuns(URI address) {
        var host = address.getHost();
        return host == null || policies.standing(host).suspended();
    }
}
