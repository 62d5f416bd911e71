// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** A group's number in snapshots and draws: the first 8 bytes of SHA-256 of its actor's address. It says nothing about the
 *  group to whom does not know the address, so that a snapshot can be kept when a group has left.
 *  @param bits unsigned, and ordered so */
public record Gid(long bits) implements Comparable<Gid> {

    private static final int DIGITS = 16;

    /** The number of a group, by the address of its actor as the group's own document writes it. */
    public static Gid of(URI actor) {
        return new Gid(ByteBuffer.wrap(Hash.sha256(actor.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong());
    }

    /** Reads 16 hexadecimal digits in lower case. */
    public static Optional<Gid> parse(String text) {
        return Hex.parse(text, DIGITS)
                .map(bytes -> new Gid(ByteBuffer.wrap(bytes).getLong()));
    }

    @Override
    public int compareTo(Gid other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    /** 16 hexadecimal digits: a number in JSON would lose its last bits in browsers. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(bits);
    }
}
