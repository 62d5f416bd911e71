// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a child said last: a ring of lines, and a log that gets one of them a second at most. */
final class LastWords {

    static final int LINES = 100;
    static final int LONGEST_LINE = 400;

    private static final Logger log = LoggerFactory.getLogger(LastWords.class);
    private static final long LOG_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String channel;
    private final Deque<String> lines = new ArrayDeque<>();
    private long loggedNanos;
    private int unlogged = -1;

    LastWords(String channel) {
        this.channel = channel;
    }

    /** Reads to the end, so that a child never waits for us to listen. Blocks. */
    void drain(Reader errors) {
        BoundedLines.drain(errors, LONGEST_LINE, this::add);
    }

    private synchronized void add(String line) {
        if (line.isEmpty()) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.add(line);
        long now = System.nanoTime();
        if (unlogged < 0 || now - loggedNanos > LOG_PAUSE_NANOS) {
            log.info("encoder says channel={} text=\"{}\" unlogged={}", channel, line, Math.max(0, unlogged));
            loggedNanos = now;
            unlogged = 0;
        } else {
            unlogged++;
        }
    }

    /** The newest line; empty when nothing was said. */
    synchronized String last() {
        return lines.isEmpty() ? "" : lines.getLast();
    }

    synchronized int count() {
        return lines.size();
    }
}
