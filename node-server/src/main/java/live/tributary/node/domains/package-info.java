// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What this node thinks of other hosts of the Fediverse: whom it does not talk to, whom it keeps out of sight, and, in
 * allow-list mode, whom alone it talks to.
 *
 * <p>Tables {@code domains.policy} and {@code domains.allowed}. Events out: {@link live.tributary.node.domains.DomainSuspended}.
 */
@NullMarked
@ApplicationModule(displayName = "domains", allowedDependencies = "kernel")
package live.tributary.node.domains;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
