// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Outcome.Broken;
import live.tributary.federation.http.Outcome.TooLarge;

/** Unpacks what arrived in gzip (RFC 9110, 8.4.1), the one packing that we ask for. */
final class Packing {

    static final String GZIP = "gzip";

    private Packing() {}

    /** Stops as soon as there is more than {@code maxBytes}, or more than {@code ratio} times what was received. */
    static Outcome unpacked(Answered answer, int maxBytes, int ratio) {
        var encoding = answer.headers().combined("Content-Encoding").orElse("identity");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> answer;
            case GZIP, "x-gzip" -> gunzipped(answer, maxBytes, ratio);
            default -> new Broken(answer.address(), Breakage.GARBLED);
        };
    }

    private static Outcome gunzipped(Answered answer, int maxBytes, int ratio) {
        int limit = (int) Math.min(maxBytes, (long) ratio * answer.body().length);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] body = gzip.readNBytes(limit);
            return gzip.read() == -1
                    ? new Answered(answer.address(), answer.from(), answer.status(), answer.headers(), body)
                    : new TooLarge(answer.address(), limit);
        } catch (IOException notGzip) {
            return new Broken(answer.address(), Breakage.GARBLED);
        }
    }
}
