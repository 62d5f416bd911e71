// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.Optional;

/** A random text that opens something to whoever holds it: 160 bits in 32 characters.
 *  <p>Shown to a person once, never stored: stores keep its {@link #hash()}. */
public record Secret(String value) {

    /** 32 characters of five bits. */
    public static final int CHARACTERS = 32;

    public Secret {
        if (!Base32.isBase32(value, CHARACTERS)) {
            throw new IllegalArgumentException("a secret has %d characters of base 32".formatted(CHARACTERS));
        }
    }

    public static Secret random() {
        return new Secret(Base32.random(CHARACTERS));
    }

    /** Empty where the text cannot be a secret of ours, whoever sent it. */
    public static Optional<Secret> parse(String text) {
        return Base32.isBase32(text, CHARACTERS) ? Optional.of(new Secret(text)) : Optional.empty();
    }

    public SecretHash hash() {
        return SecretHash.of(value);
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
