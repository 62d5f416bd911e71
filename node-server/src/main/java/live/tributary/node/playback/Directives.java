// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.PlaylistForm;
import live.tributary.transcoder.hls.ReloadPoint;

/**
 * Delivery directives of a playlist request (RFC 8216bis, 6.2.5). Other query parameters are ignored, unknown
 * {@code _HLS_} ones too; what a player says of itself (CTA-5004) is kept for whoever counts it.
 */
final class Directives {

    private static final int LONGEST_QUERY = 512;
    private static final int LONGEST_MSN = 15;
    private static final int LONGEST_PART = 6;

    private final @Nullable String msn;
    private final @Nullable String part;
    private final PlaylistForm form;

    private final String cmcd;

    private Directives(@Nullable String msn, @Nullable String part, PlaylistForm form, String cmcd) {
        this.msn = msn;
        this.part = part;
        this.form = form;
        this.cmcd = cmcd;
    }

    /** Reads the query of an address; empty when it contradicts the specification. */
    static Optional<Directives> parse(String query) {
        var reader = new Reader();
        for (int start = 0; start < query.length(); ) {
            var ampersand = query.indexOf('&', start);
            var end = ampersand < 0 ? query.length() : ampersand;
            reader.parameter(query.substring(start, end));
            start = end + 1;
        }
        // The server refused an endless address before.
        return query.length() - reader.cmcd.length() > LONGEST_QUERY ? Optional.empty() : reader.directives();
    }

    /** What to wait for; empty when the current playlist will do. */
    Optional<ReloadPoint> reloadPoint() {
        if (msn == null) {
            return Optional.empty();
        }
        var index = part == null ? ReloadPoint.WHOLE_SEGMENT : Integer.parseInt(part);
        return Optional.of(new ReloadPoint(Long.parseLong(msn), index));
    }

    PlaylistForm form() {
        return form;
    }

    /** The value of {@code CMCD=} as it came; blank when there is none. */
    String cmcd() {
        return cmcd;
    }

    /** Collects the parameters of one query. */
    private static final class Reader {
        private @Nullable String msn;
        private @Nullable String part;
        private @Nullable String skip;
        private String cmcd = "";
        private boolean wrong;

        void parameter(String text) {
            var equals = text.indexOf('=');
            var name = equals < 0 ? text : text.substring(0, equals);
            var value = equals < 0 ? "" : text.substring(equals + 1);
            switch (name) {
                case "_HLS_msn" -> msn = once(msn, value);
                case "_HLS_part" -> part = once(part, value);
                case "_HLS_skip" -> skip = once(skip, value);
                case "CMCD" -> cmcd = value;
                default -> {
                    // Not ours; never echoed.
                }
            }
        }

        private String once(@Nullable String before, String value) {
            wrong |= before != null;
            return value;
        }

        Optional<Directives> directives() {
            var isWrong = wrong
                    || (msn == null && part != null)
                    || !isNumber(msn, LONGEST_MSN)
                    || !isNumber(part, LONGEST_PART);
            var isDelta = "YES".equals(skip) || "v2".equals(skip);
            return isWrong
                    ? Optional.empty()
                    : Optional.of(new Directives(msn, part, isDelta ? PlaylistForm.DELTA : PlaylistForm.FULL, cmcd));
        }

        /** Absent, or so many ASCII digits at most. */
        private static boolean isNumber(@Nullable String text, int longest) {
            return text == null
                    || (!text.isEmpty()
                            && text.length() <= longest
                            && text.chars().allMatch(c -> c >= '0' && c <= '9'));
        }
    }
}
