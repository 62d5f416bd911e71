// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;

/** A team is not listed any more. Published inside the transaction.
 *  @param team address of its actor */
public record TeamGone(URI team) {}
