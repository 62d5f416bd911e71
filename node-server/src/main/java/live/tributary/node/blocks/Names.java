// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import live.tributary.node.domains.DomainName;

/** Under which names of servers an address falls. */
final class Names {

    private Names() {}

    /** Its host, and each domain above that; none where it names no host. */
    static List<String> of(URI address) {
        return Optional.ofNullable(address.getHost())
                .flatMap(DomainName::parse)
                .map(name -> name.andAbove().toList())
                .orElseGet(List::of);
    }
}
