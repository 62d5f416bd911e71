// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.Encoding;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3) as far as gzip goes. */
final class AcceptedEncoding {

    private AcceptedEncoding() {}

    static Encoding of(@Nullable String header) {
        var acceptsGzip = header != null
                && Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(AcceptedEncoding::isGzip);
        return acceptsGzip ? Encoding.GZIP : Encoding.PLAIN;
    }

    private static boolean isGzip(String item) {
        var pieces = item.split(";", -1);
        var coding = pieces[0].strip();
        var weight = pieces.length > 1 ? pieces[1].strip() : "q=1";
        return coding.equalsIgnoreCase("gzip") && !weight.matches("[qQ]=0(\\.0{0,3})?");
    }
}
