// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/**
 * The public keys of a local actor.
 *
 * @param rsaPem SubjectPublicKeyInfo, beginning with {@code -----BEGIN PUBLIC KEY-----}
 * @param ed25519Multibase a Multikey (FEP-521a), beginning with {@code z6Mk}
 */
public record ActorKeys(String rsaPem, String ed25519Multibase) {}
