// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/** Kinds of keys that peers sign with. We ourselves make {@link #RSA} (2048 bits) and {@link #ED25519}. */
public enum KeyType {
    RSA,
    ED25519,
    P256,
    P384;

    /** The kind of a key; empty for one that no signature of the Fediverse uses. */
    public static Optional<KeyType> of(Key key) {
        return switch (key) {
            case RSAKey _ -> Optional.of(RSA);
            case EdECKey edwards
            when edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName()) -> Optional.of(ED25519);
            case ECKey curve -> ofOrder(curve.getParams().getOrder().bitLength());
            default -> Optional.empty();
        };
    }

    private static Optional<KeyType> ofOrder(int bits) {
        return switch (bits) {
            case 256 -> Optional.of(P256);
            case 384 -> Optional.of(P384);
            default -> Optional.empty();
        };
    }
}
