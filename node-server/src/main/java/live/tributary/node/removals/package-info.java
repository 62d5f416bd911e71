// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * By which rules a directory lists teams, whom it took off by them and why, and what they object. What was written is never changed:
 * rules have versions, and a removal has steps.
 *
 * <p>Tables {@code removals.rules}, {@code removals.removal}, {@code removals.step}, {@code removals.link}. Events in: none.
 * Events out: {@link live.tributary.node.removals.TeamRemoved}, {@link live.tributary.node.removals.AppealAnswered}.
 */
@NullMarked
@ApplicationModule(
        displayName = "removals",
        allowedDependencies = {"kernel"})
package live.tributary.node.removals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
