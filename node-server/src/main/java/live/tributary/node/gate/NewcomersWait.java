// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.kernel.OpenFiles;

/**
 * Stands at the listening port. Where the node may open few more files, who comes waits in the kernel's queue: a crowd of
 * connections would take all of them, and what is on air could write no segment and start no encoder. The log says so, once,
 * and once when it is over.
 *
 * <p>One for each port, confined to the event loop that accepts.
 */
final class NewcomersWait extends ChannelInboundHandlerAdapter {

    /** Handles that connections do not get, or a quarter of all where there are few. */
    static final int RESERVE = 128;

    /** As many as a loop accepts at a time: not each of them is worth counting for. */
    private static final int BETWEEN_COUNTS = 16;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** A crowd that is sent away comes back as one, again and again: it is over when none has come for so long. */
    private static final long CALM = Duration.ofSeconds(30).toNanos();

    private static final Logger log = LoggerFactory.getLogger(NewcomersWait.class);

    private final OpenFiles files;
    private final long reserve;
    private long untilNextLook;
    private boolean isShort;
    private long shortNanos;
    private boolean ticking;

    NewcomersWait(OpenFiles files) {
        this.files = files;
        this.reserve = Math.min(RESERVE, files.limit() / 4);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        context.fireChannelRead(connection);
        if (--untilNextLook <= 0) {
            look(context);
        }
    }

    /** Others open files meanwhile, so half of the room is given out before it is looked again. */
    private void look(ChannelHandlerContext context) {
        long free = files.free();
        untilNextLook = Math.max(BETWEEN_COUNTS, (free - reserve) / 2);
        tell(free);
        context.channel().config().setAutoRead(free > reserve);
        if (isShort && !ticking) {
            ticking = true;
            var _ = context.executor().schedule(() -> tick(context), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tick(ChannelHandlerContext context) {
        ticking = false;
        look(context);
    }

    private void tell(long free) {
        long now = System.nanoTime();
        if (free <= reserve) {
            shortNanos = now;
            if (!isShort) {
                log.warn(
                        "viewers who come wait: file handles run short free={} limit={} fix=\"let the node open more"
                                + " files: LimitNOFILE= of its service, or ulimit -n\"",
                        free,
                        files.limit());
            }
            isShort = true;
        } else if (isShort && now - shortNanos >= CALM) {
            log.info("viewers can connect again free={} limit={}", free, files.limit());
            isShort = false;
        }
    }
}
