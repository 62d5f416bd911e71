// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import live.tributary.federation.vocab.RemoteActor;

/** The document of a team that is listed was read. Published inside the transaction. */
public record GroupRead(RemoteActor group) {}
