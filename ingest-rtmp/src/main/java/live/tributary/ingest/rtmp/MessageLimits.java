// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/**
 * Sizes on the wire. A declared size never allocates anything: memory follows the bytes that arrived.
 *
 * @param videoBytes largest video message
 * @param audioBytes largest audio message
 * @param commandBytes largest command, data or control message
 * @param unauthenticatedBytes largest message, and all unfinished messages together, up to {@code publish}
 * @param partialBytes all unfinished messages of a connection together
 * @param chunkStreams chunk streams a connection may use
 * @param smallChunksPerSecond chunks a second while the peer's chunk size is below 128 bytes
 */
public record MessageLimits(
        int videoBytes,
        int audioBytes,
        int commandBytes,
        int unauthenticatedBytes,
        int partialBytes,
        int chunkStreams,
        int smallChunksPerSecond) {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    public static final MessageLimits DEFAULTS =
            new MessageLimits(8 * MIB, 256 * KIB, 64 * KIB, 16 * KIB, 16 * MIB, 32, 20_000);
}
