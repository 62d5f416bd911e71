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
 */
public record ChosenDirectory(URI actor, URI page, Standing standing, Instant since, String said) {}
