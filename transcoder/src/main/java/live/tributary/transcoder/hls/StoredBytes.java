// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the bytes of a whole segment lie, one piece after the other. Kept small, because a window lists thousands: half
 * an hour of joined segments are 18,000 pieces.
 */
final class StoredBytes {

    private static final int NUMBERS_OF_A_PIECE = 3;

    private final List<SegmentFile> files;
    /** For each piece: index of its file, offset, length. */
    private final int[] numbers;

    private StoredBytes(List<SegmentFile> files, int[] numbers) {
        this.files = List.copyOf(files);
        this.numbers = numbers;
    }

    /** Pieces that lie one after the other in one file become one. */
    static StoredBytes of(List<FilePiece> pieces) {
        var merged = new ArrayList<FilePiece>();
        for (var piece : pieces) {
            if (!merged.isEmpty()
                    && merged.getLast().file().equals(piece.file())
                    && merged.getLast().end() == piece.offset()) {
                var before = merged.removeLast();
                merged.add(new FilePiece(before.file(), before.offset(), before.length() + piece.length()));
            } else {
                merged.add(piece);
            }
        }
        var files = merged.stream().map(FilePiece::file).distinct().toList();
        var numbers = merged.stream()
                .flatMapToInt(piece -> IntStream.of(files.indexOf(piece.file()), piece.offset(), piece.length()))
                .toArray();
        return new StoredBytes(files, numbers);
    }

    List<SegmentFile> files() {
        return files;
    }

    boolean isEmpty() {
        return numbers.length == 0;
    }

    List<FilePiece> pieces() {
        var pieces = new ArrayList<FilePiece>();
        for (int i = 0; i < numbers.length; i += NUMBERS_OF_A_PIECE) {
            pieces.add(new FilePiece(files.get(numbers[i]), numbers[i + 1], numbers[i + 2]));
        }
        return pieces;
    }

    int length() {
        var length = 0;
        for (int i = NUMBERS_OF_A_PIECE - 1; i < numbers.length; i += NUMBERS_OF_A_PIECE) {
            length += numbers[i];
        }
        return length;
    }
}
