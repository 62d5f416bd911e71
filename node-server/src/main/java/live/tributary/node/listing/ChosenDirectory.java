// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Instant;

/**
 * A directory that a team chose.
 *
 * @param actor its address
 * @param page where people see it
 * @param since when it has stood like this
 * @param said why, in the directory's words; plain text, may be empty
 * @param statement where it gives its reasons and is objected to, for owners of the team alone; empty where it names no such place
 */
public record ChosenDirectory(URI actor, URI page, Standing standing, Instant since, String said, String statement) {}
