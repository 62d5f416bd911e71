// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;
import java.util.UUID;

import live.tributary.node.kernel.TeamId;

/**
 * A start that a team has announced.
 *
 * @param title of one line; may be empty
 * @param announcedAt when the team said so
 */
public record TeamDate(UUID id, TeamId team, Instant at, String title, Instant announcedAt) {}
