// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.Optional;

import live.tributary.node.kernel.Secret;
import live.tributary.node.kernel.SecretHash;

/** What a streamer pastes into the encoder: {@code sk_} and 160 random bits.
 *  <p>Shown once, never stored, never logged. */
public record StreamKey(Secret secret) {

    private static final String PREFIX = "sk_";

    static StreamKey random() {
        return new StreamKey(Secret.random());
    }

    /** Empty where the text cannot be a key of ours. Space around it is forgiven: people paste. */
    public static Optional<StreamKey> parse(String text) {
        var trimmed = text.strip();
        return trimmed.startsWith(PREFIX)
                ? Secret.parse(trimmed.substring(PREFIX.length())).map(StreamKey::new)
                : Optional.empty();
    }

    /** The text for the encoder. */
    public String value() {
        return PREFIX + secret.value();
    }

    SecretHash hash() {
        return SecretHash.of(value());
    }

    @Override
    public String toString() {
        return "StreamKey[redacted]";
    }
}
