// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * An Ed25519 key that proves what a local actor said (FEP-521a).
 *
 * @param id a fragment of the actor's id
 * @param multibase a Multikey, beginning with {@code z6Mk}
 */
public record ProofKey(URI id, String multibase) {}
