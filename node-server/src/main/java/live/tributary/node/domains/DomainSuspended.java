// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.time.Instant;

/** What is kept of this domain, and of those below it, has to go. Published inside the transaction. */
public record DomainSuspended(DomainName domain, Instant at) {

    /** Whether a host is the domain or below it. */
    public boolean covers(String host) {
        return DomainName.parse(host)
                .filter(name -> name.andAbove().anyMatch(domain.value()::equals))
                .isPresent();
    }
}
