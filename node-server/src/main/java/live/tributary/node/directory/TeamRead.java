// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import live.tributary.federation.vocab.RemoteActor;

/**
 * The document of a listed team was read, and consents. Published inside the transaction.
 *
 * @param team as its own server just described it
 */
public record TeamRead(RemoteActor team) {}
