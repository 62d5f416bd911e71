// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Which servers may read the documents that this node has for them. Everybody may, but for blocked ones that show themselves;
 * in allow-list mode those alone that are on the list and sign what they ask.
 *
 * <p>No tables, no events.
 */
@NullMarked
@ApplicationModule(
        displayName = "readers",
        allowedDependencies = {"kernel", "domains", "fediverse"})
package live.tributary.node.readers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
