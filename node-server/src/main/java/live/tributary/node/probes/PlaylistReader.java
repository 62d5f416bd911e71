// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads a stranger's playlist, line by line. Of one thread, for one playlist. */
final class PlaylistReader {

    private static final String FIRST_LINE = "#EXTM3U";
    private static final String VARIANT = "#EXT-X-STREAM-INF:";
    private static final String SEQUENCE = "#EXT-X-MEDIA-SEQUENCE:";
    private static final String SEGMENT = "#EXTINF:";
    private static final String PIECE = "#EXT-X-BYTERANGE:";
    private static final String PART = "#EXT-X-PART:";
    private static final String END = "#EXT-X-ENDLIST";

    /** No more digits than a long holds in any case. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** Not AVERAGE-BANDWIDTH. */
    private static final Pattern BANDWIDTH = Pattern.compile("(?<![A-Z-])BANDWIDTH=(\\d{1,18})(?!\\d)");

    private long sequence;
    private long segments;
    private int parts;
    private boolean ended;
    private boolean variantFollows;
    private boolean segmentFollows;
    private boolean pieceFollows;
    private String newest = "";
    private long bandwidth;
    private long smallestBandwidth = Long.MAX_VALUE;
    private @Nullable String smallest;

    private PlaylistReader() {}

    static Playlist read(byte[] body) {
        var lines = new String(body, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
            return new Playlist.Neither();
        }
        var reader = new PlaylistReader();
        lines.forEach(reader::line);
        return reader.playlist();
    }

    private void line(String line) {
        if (line.startsWith(VARIANT)) {
            variant(line);
        } else if (line.startsWith(SEQUENCE)) {
            sequence = number(line.substring(SEQUENCE.length()));
        } else if (line.startsWith(SEGMENT)) {
            segments++;
            segmentFollows = true;
            newest = "";
            // Parts stand before the segment that they become.
            parts = 0;
        } else if (line.startsWith(PIECE)) {
            pieceFollows = true;
        } else if (line.startsWith(PART)) {
            parts++;
        } else if (line.equals(END)) {
            ended = true;
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            address(line);
        }
    }

    private void variant(String line) {
        variantFollows = true;
        var told = BANDWIDTH.matcher(line);
        bandwidth = told.find() ? Long.parseLong(told.group(1)) : Long.MAX_VALUE - 1;
    }

    private void address(String line) {
        if (segmentFollows && !pieceFollows) {
            newest = line;
        }
        if (variantFollows && bandwidth < smallestBandwidth) {
            smallestBandwidth = bandwidth;
            smallest = line;
        }
        segmentFollows = false;
        pieceFollows = false;
        variantFollows = false;
    }

    private static long number(String text) {
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    private Playlist playlist() {
        if (smallest != null) {
            return new Playlist.Master(smallest);
        }
        if (segments == 0 && parts == 0) {
            return new Playlist.Neither();
        }
        return ended ? new Playlist.Complete() : new Playlist.Media(new Position(sequence + segments, parts), newest);
    }
}
