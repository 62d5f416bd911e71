// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;

import live.tributary.federation.remote.CachedKey;
import live.tributary.node.fixtures.FederatedNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes a node believe that it looked up somebody's key so long ago that it may ask again. */
final class LookedUpBefore {

    private LookedUpBefore() {}

    static void keyOf(FederatedNode node, URI actor) {
        var keys = node.get(RecentKeys.class);
        var found = keys.find(URI.create(actor + "#main-key"));
        assertThat(found).containsInstanceOf(CachedKey.Known.class);
        var known = (CachedKey.Known) found.orElseThrow();
        keys.keep(new CachedKey.Known(
                known.key(), known.fetchedAt(), known.triedAt().minus(Duration.ofMinutes(5))));
    }
}
