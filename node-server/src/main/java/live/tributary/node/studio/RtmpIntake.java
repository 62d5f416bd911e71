// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.InstantSource;
import java.util.function.Consumer;

import live.tributary.ingest.rtmp.MediaListener;
import live.tributary.ingest.rtmp.MediaTag;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.node.health.ArrivalMeter;
import live.tributary.transcoder.PipelineSession;
import live.tributary.transcoder.ffmpeg.SoundMeter;
import live.tributary.transcoder.media.MediaInput;

/** Hands on what a publisher sends. Called on the connection's event loop, where it is packaged. */
final class RtmpIntake implements MediaListener {

    private final PipelineSession session;
    private final Preview preview;
    private final SoundMeter sound;
    private final ArrivalMeter meter;
    private final InstantSource clock;
    private final Consumer<PublicationEnd> onEnd;

    /** @param onEnd must return at once */
    RtmpIntake(
            PipelineSession session,
            Preview preview,
            SoundMeter sound,
            ArrivalMeter meter,
            InstantSource clock,
            Consumer<PublicationEnd> onEnd) {
        this.session = session;
        this.preview = preview;
        this.sound = sound;
        this.meter = meter;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    /** A refused offer is counted by the pipeline. */
    @Override
    public void onTag(MediaTag tag) {
        meter.arrived(tag, System.nanoTime());
        TagTranslator.translate(tag, clock.instant()).ifPresent(this::hand);
    }

    private void hand(MediaInput input) {
        preview.note(input);
        session.offer(input);
        sound.note(input);
    }

    @Override
    public void onEnd(PublicationEnd end) {
        onEnd.accept(end);
    }
}
