// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Whom teams, their members and the node keep out of what is their own: one account elsewhere, or a whole server. Servers that
 * the node does not talk to at all are in {@code domains}.
 *
 * <p>Table {@code blocks.block}. Events out: {@link live.tributary.node.blocks.StrangerBlocked}.
 */
@NullMarked
@ApplicationModule(
        displayName = "blocks",
        allowedDependencies = {"kernel", "team", "domains", "fediverse"})
package live.tributary.node.blocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
