// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.handoff;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.VerifyingKey;

/**
 * A ticket for one place on a raft: says which place, and not who has it. Signed by the source's Group for one target. In an
 * address as base64url of hand-off (16 bytes), raft (2), place (2), expiry (4), signature (64).
 *
 * @param raft its number in the hand-off, from 1
 * @param place from 0, below the size of the raft
 * @param expires in whole seconds
 * @param signature Ed25519, over {@link #message}; belongs to this record
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and compared by its text
public record ArrivalToken(HandoffHash handoff, int raft, int place, Instant expires, byte[] signature) {

    private static final byte[] PURPOSE = "arrive/1".getBytes(StandardCharsets.US_ASCII);
    private static final int FIELD_BYTES = HandoffHash.BYTES + 2 + 2 + 4;
    private static final int SIGNATURE_BYTES = 64;
    private static final int BYTES = FIELD_BYTES + SIGNATURE_BYTES;
    private static final int CHARACTERS = (BYTES * 8 + 5) / 6;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    /** Makes one.
     *  @param target the Video that it lets in to
     *  @param sign with the Ed25519 key of the source's Group */
    public static ArrivalToken sign(
            HandoffHash handoff, int raft, int place, Instant expires, URI target, UnaryOperator<byte[]> sign) {
        var signature = sign.apply(message(target, fields(handoff, raft, place, expires)));
        if (signature.length != SIGNATURE_BYTES) {
            throw new IllegalArgumentException("a signature of %d bytes".formatted(signature.length));
        }
        return new ArrivalToken(handoff, raft, place, Instant.ofEpochSecond(expires.getEpochSecond()), signature);
    }

    /** Reads what stood in an address; empty for what cannot be one. Nothing in it is believed yet. */
    public static Optional<ArrivalToken> parse(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            var token = read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
            // The last digit has bits to spare: of all its spellings one is ours, so that a place has one text.
            return Optional.of(token).filter(read -> read.text().equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static ArrivalToken read(ByteBuffer bytes) {
        var handoff = new byte[HandoffHash.BYTES];
        bytes.get(handoff);
        int raft = Short.toUnsignedInt(bytes.getShort());
        int place = Short.toUnsignedInt(bytes.getShort());
        var expires = Instant.ofEpochSecond(Integer.toUnsignedLong(bytes.getInt()));
        var signature = new byte[SIGNATURE_BYTES];
        bytes.get(signature);
        return new ArrivalToken(HandoffHash.of(handoff), raft, place, expires, signature);
    }

    /** Whether this key signed it, for this target and no other. */
    public boolean isSignedBy(VerifyingKey key, URI target) {
        return key.type() == KeyType.ED25519
                && key.signedPlainly(message(target, fields(handoff, raft, place, expires)), signature);
    }

    /** As it stands in an address. */
    public String text() {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(fields(handoff, raft, place, expires))
                .put(signature)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] fields(HandoffHash handoff, int raft, int place, Instant expires) {
        return ByteBuffer.allocate(FIELD_BYTES)
                .put(handoff.bytes())
                .putShort((short) raft)
                .putShort((short) place)
                .putInt((int) (expires.getEpochSecond() & UNSIGNED))
                .array();
    }

    private static byte[] message(URI target, byte[] fields) {
        var video = target.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(PURPOSE.length + video.length + fields.length)
                .put(PURPOSE)
                .put(video)
                .put(fields)
                .array();
    }

    /** Whoever holds it is let in. */
    @Override
    public String toString() {
        return "ArrivalToken[redacted]";
    }
}
