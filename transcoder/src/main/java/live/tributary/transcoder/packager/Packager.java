// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.function.Consumer;

import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.media.StreamProblem;

/** The source rendition of one broadcast, from access units to the window. One thread. */
public final class Packager {

    private final WindowWriter writer;

    public Packager(WindowWriter writer, Duration partTarget, Runnable onLive, Consumer<StreamProblem> onProblem) {
        this.writer = writer;
    }

    public void beginSession() {}

    public void accept(MediaInput input, long offeredNanos) {}

    public boolean isWaiting() {
        return false;
    }

    public void timePassed(long nowNanos) {}

    public void endSession() {}

    public void endBroadcast() {
        writer.end();
    }

    public StreamFigures figures() {
        return StreamFigures.NONE;
    }
}
