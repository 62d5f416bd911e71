// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.util.Optional;
import java.util.Set;

import live.tributary.transcoder.ffmpeg.Encoder;
import live.tributary.transcoder.ffmpeg.FfmpegEncoders;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Admission;
import live.tributary.transcoder.ladder.Grant;
import live.tributary.transcoder.ladder.LadderPolicy;
import live.tributary.transcoder.ladder.LadderShare;
import live.tributary.transcoder.ladder.SourcePicture;
import live.tributary.transcoder.packager.Ladder;
import live.tributary.transcoder.packager.LadderListener;
import live.tributary.transcoder.packager.Ladders;

/**
 * The ladders of a node: as many rungs as its policy wants and its processors can bear, made by FFmpeg. Safe for any
 * thread.
 */
public final class FfmpegLadders {

    private final FfmpegEncoders encoders;
    private final Admission admission;
    private final LadderPolicy policy;
    private final boolean always;

    /**
     * Takes over none of its parts.
     *
     * @param always whether rungs are made while nobody watches them
     */
    public FfmpegLadders(FfmpegEncoders encoders, Admission admission, LadderPolicy policy, boolean always) {
        this.encoders = encoders;
        this.admission = admission;
        this.policy = policy;
        this.always = always;
    }

    /** Those of one channel, which names their threads and log lines. */
    public Ladders of(String channel) {
        return (picture, soundInAac, listener) -> open(channel, picture, soundInAac, listener);
    }

    private Optional<Ladder> open(String channel, SourcePicture picture, boolean soundInAac, LadderListener listener) {
        var wished = new Grant(policy.rungsFor(picture), soundInAac);
        if (wished.equals(Grant.NOTHING)) {
            return Optional.empty();
        }
        var share = admission.ask(picture, wished, listener::onGranted);
        return Optional.of(new Open(share, encoders.encoder(channel, wished.rungs(), listener), always));
    }

    private record Open(LadderShare share, Encoder encoder, boolean always) implements Ladder {

        @Override
        public Grant granted() {
            return share.now();
        }

        @Override
        public void measure(int watching) {
            share.watching(watching);
            var figures = encoder.figures();
            share.measured(figures.running(), figures.coresUsed());
        }

        @Override
        public void giveUp(Set<RenditionName> rungs) {
            share.drop(rungs);
        }

        @Override
        public void close() {
            encoder.close();
            share.close();
        }
    }
}
