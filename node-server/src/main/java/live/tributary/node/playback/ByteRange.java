// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a body that is asked for (RFC 9110, 14.2).
 *
 * @param first index of the first byte
 * @param length 0 when no byte of the body lies in the range
 */
record ByteRange(int first, int length) {

    private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,9})-([0-9]{0,9})");

    /** One range of bytes; empty when the header names several or is not understood, which means the whole body. */
    static Optional<ByteRange> parse(String header, int bodyLength) {
        var matcher = SINGLE.matcher(header);
        if (!matcher.matches() || header.equals("bytes=-")) {
            return Optional.empty();
        }
        return matcher.group(1).isEmpty()
                ? Optional.of(suffix(Integer.parseInt(matcher.group(2)), bodyLength))
                : fromFirst(matcher, bodyLength);
    }

    private static ByteRange suffix(int wanted, int bodyLength) {
        var length = Math.min(wanted, bodyLength);
        return new ByteRange(bodyLength - length, length);
    }

    private static Optional<ByteRange> fromFirst(Matcher matcher, int bodyLength) {
        var first = Integer.parseInt(matcher.group(1));
        var last = matcher.group(2).isEmpty() ? bodyLength - 1 : Integer.parseInt(matcher.group(2));
        if (last < first && !matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(first, Math.max(0, Math.min(last, bodyLength - 1) - first + 1)));
    }

    boolean isSatisfiable() {
        return length > 0;
    }

    /** The value of {@code Content-Range}. */
    String contentRange(int bodyLength) {
        return isSatisfiable()
                ? "bytes " + first + "-" + (first + length - 1) + "/" + bodyLength
                : "bytes */" + bodyLength;
    }
}
