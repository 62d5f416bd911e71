// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.Encoding;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3) as far as gzip goes. */
final class AcceptedEncoding {

    private AcceptedEncoding() {}

    static Encoding of(@Nullable String header) {
        if (header == null || header.equals("identity")) {
            return Encoding.PLAIN;
        }
        for (int start = 0; start < header.length(); ) {
            var comma = header.indexOf(',', start);
            var end = comma < 0 ? header.length() : comma;
            if (isGzip(header.substring(start, end))) {
                return Encoding.GZIP;
            }
            start = end + 1;
        }
        return Encoding.PLAIN;
    }

    private static boolean isGzip(String item) {
        var semicolon = item.indexOf(';');
        var coding = semicolon < 0 ? item : item.substring(0, semicolon);
        return coding.strip().equalsIgnoreCase("gzip")
                && (semicolon < 0 || !isZero(item.substring(semicolon + 1).strip()));
    }

    /** {@code q=0} to {@code q=0.000}: not acceptable. */
    private static boolean isZero(String weight) {
        return weight.regionMatches(true, 0, "q=0", 0, 3)
                && weight.substring(3).chars().allMatch(c -> c == '0' || c == '.');
    }
}
