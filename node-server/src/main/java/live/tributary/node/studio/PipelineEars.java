// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.node.kernel.ChannelId;
import live.tributary.transcoder.PipelineListener;
import live.tributary.transcoder.media.StreamProblem;

/** Remembers what a pipeline says about its stream. */
final class PipelineEars implements PipelineListener {

    private static final Logger log = LoggerFactory.getLogger(PipelineEars.class);

    private final ChannelId channel;
    private final Runnable onLive;
    private final Runnable onUnsupportedCodec;
    private final Runnable onFailed;
    private final Set<StreamProblem.Kind> problems = ConcurrentHashMap.newKeySet();

    /** All must return at once. */
    PipelineEars(ChannelId channel, Runnable onLive, Runnable onUnsupportedCodec, Runnable onFailed) {
        this.channel = channel;
        this.onLive = onLive;
        this.onUnsupportedCodec = onUnsupportedCodec;
        this.onFailed = onFailed;
    }

    @Override
    public void onLive() {
        onLive.run();
    }

    @Override
    public void onProblem(StreamProblem problem) {
        problems.add(problem.kind());
        if (problem.kind() == StreamProblem.Kind.CODEC_NEEDS_ENCODER) {
            onUnsupportedCodec.run();
        }
        log.info("stream problem channel={} kind={} ({})", channel, problem.kind(), problem.detail());
    }

    @Override
    public void onFailed() {
        onFailed.run();
    }

    /** Each kind once. */
    Set<StreamProblem.Kind> problems() {
        return Set.copyOf(problems);
    }
}
