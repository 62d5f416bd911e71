// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/** Something elsewhere is deleted, says its own server. Published inside the transaction in which that is noted as done. */
public record ObjectDeleted(URI object) {}
