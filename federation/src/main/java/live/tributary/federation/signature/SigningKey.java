// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/**
 * A private key under the name by which peers find its public half.
 *
 * @param keyId address of the public key: that of its actor with a fragment, which Lemmy insists on
 */
public record SigningKey(URI keyId, PrivateKey key) {

    public SigningKey {
        if (keyId.getFragment() == null) {
            throw new IllegalArgumentException("a key id is the actor's address with a fragment: " + keyId);
        }
    }

    /** What the key is. */
    public KeyType type() {
        return KeyType.of(key).orElseThrow();
    }

    /** Signs these bytes themselves, with what the key is for: a proof inside a document has no header fields. */
    public byte[] signPlainly(byte[] message) {
        try {
            return SignatureAlgorithm.usedWith(type()).sign(key, message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("could not sign with " + this, impossible);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + keyId + ", redacted]";
    }
}
