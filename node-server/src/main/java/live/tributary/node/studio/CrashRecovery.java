// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.stream.Collectors;

import org.springframework.context.SmartLifecycle;

import live.tributary.node.broadcast.Broadcasts;
import live.tributary.transcoder.Transcoder;

/**
 * Goes on with the broadcasts that a stop or a crash left open, before the first viewer or encoder is let in: who asks
 * must find the addresses they knew. What nobody can go on with is deleted.
 */
final class CrashRecovery implements SmartLifecycle {

    private final Broadcasts broadcasts;
    private final OnAir onAir;
    private final OffAir offAir;
    private final Transcoder transcoder;
    private volatile boolean running;

    CrashRecovery(Broadcasts broadcasts, OnAir onAir, OffAir offAir, Transcoder transcoder) {
        this.broadcasts = broadcasts;
        this.onAir = onAir;
        this.offAir = offAir;
        this.transcoder = transcoder;
    }

    /** Before the web server, which starts among the last, and stops among the first. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        var leftOpen = broadcasts.allCurrent();
        transcoder.forgetAllBut(leftOpen.stream().map(OnAir::window).collect(Collectors.toSet()));
        leftOpen.forEach(onAir::goOn);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        // Once more, for a node that stops before it has fully started: what it was to go on with is kept.
        offAir.leaveAll();
        offAir.forgetAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
