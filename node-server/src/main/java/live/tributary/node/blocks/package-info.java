// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Whom teams and their members keep out of what is their own: one account elsewhere, or a whole server. What the owner of the
 * node keeps out of all of it is in {@code domains}.
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
