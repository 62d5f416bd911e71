// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.federation.signature.ActorKey;

/**
 * The keys of one of our actors.
 *
 * @param rsa signs requests: every software verifies it
 * @param ed25519 signs what others may pass on (FEP-8b32)
 */
public record KeyRing(ActorKey rsa, ActorKey ed25519) {}
