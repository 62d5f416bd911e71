// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.handshake;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Computes S1 and S2 for a C1. */
final class HandshakeAnswer {
    static final int PACKET_BYTES = 1536;

    private static final int VERSION_AT = 4;

    /** What we claim to be where a digest is expected; any number that is not zero does. */
    private static final byte[] VERSION = {5, 0, 17, 0};

    private HandshakeAnswer() {}

    /** S1 and S2, one behind the other. */
    static byte[] to(byte[] c1, RandomGenerator random) {
        Optional<DigestLayout> layout = isPlain(c1) ? Optional.empty() : DigestLayout.signedBy(c1);
        byte[] s1 = new byte[PACKET_BYTES];
        random.nextBytes(s1);
        // Our clock starts now: time 0.
        System.arraycopy(new byte[8], 0, s1, 0, 8);
        byte[] s2 = layout.map(found -> sign(found, c1, s1, random)).orElse(c1);
        byte[] answer = new byte[2 * PACKET_BYTES];
        System.arraycopy(s1, 0, answer, 0, PACKET_BYTES);
        System.arraycopy(s2, 0, answer, PACKET_BYTES, PACKET_BYTES);
        return answer;
    }

    /** A version of zero says that the client does not look for digests (5.2.3: these bytes are zero). */
    private static boolean isPlain(byte[] c1) {
        return c1[VERSION_AT] == 0 && c1[VERSION_AT + 1] == 0 && c1[VERSION_AT + 2] == 0 && c1[VERSION_AT + 3] == 0;
    }

    /** Puts our digest into S1 and returns the S2 that answers the client's. */
    private static byte[] sign(DigestLayout layout, byte[] c1, byte[] s1, RandomGenerator random) {
        System.arraycopy(VERSION, 0, s1, VERSION_AT, VERSION.length);
        int position = layout.position(s1);
        System.arraycopy(Digest.around(s1, position, Digest.serverKey()), 0, s1, position, Digest.BYTES);

        byte[] s2 = new byte[PACKET_BYTES];
        random.nextBytes(s2);
        byte[] key = Digest.of(layout.digestOf(c1), Digest.longServerKey());
        int end = PACKET_BYTES - Digest.BYTES;
        System.arraycopy(Digest.around(s2, end, key), 0, s2, end, Digest.BYTES);
        return s2;
    }
}
