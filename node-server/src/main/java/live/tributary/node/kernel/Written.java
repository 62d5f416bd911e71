// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * A document that is the same for everybody, until what it is made of is another: however many ask for it, it is written once. Any
 * thread that may block.
 *
 * @param <K> what it is made of; never changes, and is quickly compared with itself
 */
public final class Written<K> {

    private static final int TAG_BYTES = 16;

    private final Latest<Sheet<K>> latest = new Latest<>();

    private record Sheet<K>(K of, Text text) {}

    /**
     * The document.
     *
     * @param bytes not copied, and never changed
     * @param tag for {@code ETag}, in its quotes
     */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    public record Text(byte[] bytes, String tag) {

        public static Text of(byte[] bytes) {
            return new Text(bytes, '"' + HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(bytes), TAG_BYTES)) + '"');
        }
    }

    /** As it is now. */
    public Text get(K of, Supplier<byte[]> write) {
        return latest.get(sheet -> sheet.of().equals(of), _ -> false, () -> new Sheet<>(of, Text.of(write.get())))
                .text();
    }
}
