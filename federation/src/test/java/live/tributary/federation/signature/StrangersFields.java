// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Header fields out of any bytes: lines of ISO 8859-1, as servers hand them on. */
final class StrangersFields {

    private static final int COUNT = 3;

    private StrangersFields() {}

    /** Always three: empty ones where there are fewer lines. */
    static List<String> of(byte[] bytes) {
        var text =
                new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").replace("\r", "");
        var lines = Arrays.copyOf(text.split("\n", -1), COUNT);
        return Arrays.stream(lines).map(line -> line == null ? "" : line).toList();
    }
}
