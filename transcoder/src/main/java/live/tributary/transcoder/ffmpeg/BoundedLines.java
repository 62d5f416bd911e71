// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/** What a child says, line by line; it is not trusted to end its lines. */
final class BoundedLines {

    private BoundedLines() {}

    /** Reads to the end, so that a child never waits for us to listen. Blocks.
     *  @param longest characters of a line that are kept; the rest of it is passed over */
    static void drain(Reader from, int longest, Consumer<String> each) {
        try (from) {
            var line = new StringBuilder();
            for (int next = from.read(); next >= 0; next = from.read()) {
                if (next == '\n') {
                    each.accept(line.toString().strip());
                    line.setLength(0);
                } else if (line.length() < longest) {
                    line.append((char) next);
                }
            }
            each.accept(line.toString().strip());
        } catch (IOException _) {
            // It is gone, and said no more.
        }
    }
}
