// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/**
 * Where some bytes lie.
 *
 * @param offset of the first byte in the file
 * @param length in bytes
 */
public record FilePiece(SegmentFile file, int offset, int length) {

    public FilePiece {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("%d bytes at %d".formatted(length, offset));
        }
    }

    /** Index after its last byte. */
    public long end() {
        return (long) offset + length;
    }
}
