// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Which teams this directory lists, and which of them are on air. Whom it lists stands in the team's own document, and is read
 * there again whenever that changes; who is on air is seen by probes of its own. What anybody sends is a hint.
 *
 * <p>Tables {@code directory.listing}, {@code directory.sample} and {@code directory.rerun}. Events in: {@code OwnActorChanged}, {@code ActorSpoke}, {@code ActorChanged},
 * {@code ActorBlocked}, {@code ActorLeft}, {@code DomainSuspended}, {@code AppealAnswered}. Events out: {@link TeamRead},
 * {@link TeamGone}.
 */
@NullMarked
@ApplicationModule(
        displayName = "directory",
        allowedDependencies = {
            "kernel",
            "roster",
            "domains",
            "fairturn",
            "fediverse",
            "inbox",
            "following",
            "probes",
            "lookout",
            "removals"
        })
package live.tributary.node.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
