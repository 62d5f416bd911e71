// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Set;
import java.util.concurrent.Executor;

import live.tributary.transcoder.ffmpeg.EncodedPicture;
import live.tributary.transcoder.ffmpeg.EncodedSound;
import live.tributary.transcoder.ffmpeg.EncoderPause;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Grant;
import live.tributary.transcoder.media.TrackConfiguration;

/** Carries what the encoder of one ladder says into the pipeline, until another ladder takes its place. */
final class LadderEars implements LadderListener {

    private final Rungs rungs;
    private final Executor pipeline;

    LadderEars(Rungs rungs, Executor pipeline) {
        this.rungs = rungs;
        this.pipeline = pipeline;
    }

    @Override
    public void onGranted(Grant granted) {
        tell(() -> rungs.grant(granted));
    }

    @Override
    public void onConfiguration(RenditionName rung, TrackConfiguration configuration) {
        tell(() -> rungs.configured(rung, configuration));
    }

    @Override
    public void onPicture(RenditionName rung, EncodedPicture picture) {
        tell(() -> rungs.encoded(rung, picture));
    }

    @Override
    public void onSound(RenditionName rung, EncodedSound sound) {
        tell(() -> rungs.heard(sound));
    }

    @Override
    public void onPaused(Set<RenditionName> paused, EncoderPause pause) {
        tell(() -> rungs.paused(paused));
    }

    @Override
    public void onDropped(RenditionName rung) {
        tell(() -> rungs.giveUp(Set.of(rung)));
    }

    @Override
    public void onGivenUp(EncoderPause last) {
        tell(rungs::giveUpAll);
    }

    private void tell(Runnable news) {
        pipeline.execute(() -> {
            if (rungs.listensTo(this)) {
                news.run();
            }
        });
    }
}
