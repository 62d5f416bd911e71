// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.handshake;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the 32 bytes of digest lie in a C1 or S1. Behind eight bytes of time and version come two blocks of 764 bytes: a
 * digest block and a key block, in either order. The digest block begins with four bytes whose sum says where in the
 * rest of it the digest lies. (No part of the published specification; as all large servers implement it.)
 */
enum DigestLayout {
    DIGEST_FIRST(8),
    KEY_FIRST(8 + 764);

    private static final int OFFSET_BYTES = 4;

    /** The block without its four offset bytes and the digest itself. */
    private static final int POSITIONS = 764 - OFFSET_BYTES - Digest.BYTES;

    private final int block;

    DigestLayout(int block) {
        this.block = block;
    }

    /** Where the digest starts in these 1,536 bytes. */
    int position(byte[] packet) {
        int sum = 0;
        for (int i = 0; i < OFFSET_BYTES; i++) {
            sum += packet[block + i] & 0xFF;
        }
        return block + OFFSET_BYTES + sum % POSITIONS;
    }

    /** The digest the packet carries in this layout. */
    byte[] digestOf(byte[] packet) {
        int position = position(packet);
        return Arrays.copyOfRange(packet, position, position + Digest.BYTES);
    }

    /** The layout in which a C1 is signed, if it is. */
    static Optional<DigestLayout> signedBy(byte[] c1) {
        return Arrays.stream(values())
                .filter(layout ->
                        Arrays.equals(layout.digestOf(c1), Digest.around(c1, layout.position(c1), Digest.clientKey())))
                .findFirst();
    }
}
