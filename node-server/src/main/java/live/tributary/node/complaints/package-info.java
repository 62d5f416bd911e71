// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What people of this node tell the operators of other servers about somebody there ({@code Flag}). The node itself speaks, so
 * that nobody elsewhere learns who complained. What others tell ours is in {@code inbox}.
 *
 * <p>Table {@code complaints.complaint}. No events.
 */
@NullMarked
@ApplicationModule(
        displayName = "complaints",
        allowedDependencies = {"kernel", "team", "domains", "fediverse", "inbox"})
package live.tributary.node.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
