// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;

import live.tributary.transcoder.hls.WindowOptions;

/**
 * How every pipeline of a node works.
 *
 * @param partTarget longest part wanted, 200 to 500 ms; the real one is the largest multiple of a frame below it
 * @param queue media time that may wait while another thread is at work on the broadcast and as long behind; beyond it
 *     frames are dropped to the next key frame
 * @param queuedBytes the same bound in bytes, against streams whose timestamps stand still
 * @param window how much viewers can reach back
 * @param windowBytes memory for the windows of all pipelines; when most of it is in use they keep six seconds in it
 */
public record PipelineOptions(
        Duration partTarget, Duration queue, int queuedBytes, WindowOptions window, long windowBytes) {

    public PipelineOptions {
        if (partTarget.toMillis() < 20 || partTarget.toMillis() > 1_000) {
            throw new IllegalArgumentException("part target must lie between 20 ms and 1 s: " + partTarget);
        }
        if (!queue.isPositive() || queuedBytes <= 0) {
            throw new IllegalArgumentException("queue of %s and %d bytes".formatted(queue, queuedBytes));
        }
    }

    /** 200 ms parts, 2 s and 32 MiB of queue, the window's own default. */
    public static PipelineOptions defaults() {
        return new PipelineOptions(
                Duration.ofMillis(200), Duration.ofSeconds(2), 32 << 20, WindowOptions.defaults(), Long.MAX_VALUE);
    }

    public PipelineOptions withPartTarget(Duration partTarget) {
        return new PipelineOptions(partTarget, queue, queuedBytes, window, windowBytes);
    }

    public PipelineOptions withWindow(WindowOptions window) {
        return new PipelineOptions(partTarget, queue, queuedBytes, window, windowBytes);
    }

    public PipelineOptions withWindowBytes(long windowBytes) {
        return new PipelineOptions(partTarget, queue, queuedBytes, window, windowBytes);
    }
}
