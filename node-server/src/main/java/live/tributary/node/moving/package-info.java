// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Teams and members who come from another server with their followers, or go to one (FEP-7628).
 *
 * <p>Tables {@code moving.former_address} and {@code moving.departure}. No events: {@code fediverse} asks where an actor lives
 * ({@link live.tributary.node.fediverse.Residences}) and is told when that changes.
 */
@NullMarked
@ApplicationModule(
        displayName = "moving",
        allowedDependencies = {"kernel", "instance", "team", "domains", "fediverse"})
package live.tributary.node.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
