// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;

/**
 * A start that a team has announced.
 *
 * @param title may be empty
 * @param language by name; empty where the team says none
 */
public record UpNext(Instant at, ListedTeam team, String title, String language) {}
