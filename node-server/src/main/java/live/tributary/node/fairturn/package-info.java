// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Fair Turn, version {@code fairturn/1}: who comes when in a directory, by a lottery that a stranger can draw again.
 * {@code docs/fairness.md} is its specification; the sections named in this package are that page's.
 *
 * <p>Only numbers: no clock, no database, no network, and no number of viewers, which it would have no place for.
 * No tables, no events.
 */
@NullMarked
@ApplicationModule(
        displayName = "fairturn",
        allowedDependencies = {})
package live.tributary.node.fairturn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
