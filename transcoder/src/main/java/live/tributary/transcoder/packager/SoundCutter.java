// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Map;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;

/** Cuts where there is only sound: any access unit may begin a part or a segment. */
final class SoundCutter {

    private static final long SEGMENT_SECONDS = 2;

    private final CurrentSegment segment;
    private final Tracks tracks;
    private final Lane audio;
    private final SoundParts parts;
    private final Targets targets;

    SoundCutter(CurrentSegment segment, Tracks tracks, Lane audio, SoundParts parts, Targets targets) {
        this.segment = segment;
        this.tracks = tracks;
        this.audio = audio;
        this.parts = parts;
        this.targets = targets;
    }

    /** The next access unit, at that many samples a second. */
    void add(Sample sample, int rate) {
        if (segment.isOpen() && sample.decodeTime() - segment.start().count() >= SEGMENT_SECONDS * rate) {
            endSegment();
        }
        if (!segment.isOpen()) {
            begin(new Ticks(audio.isEmpty() ? sample.decodeTime() : audio.start(), rate));
        }
        audio.add(sample);
        long most = targets.window().partTarget().toMillis() * rate / 1000;
        while (audio.end() + sample.duration() - audio.start() > most && !audio.isEmpty()) {
            audio.write(audio.countBefore(Long.MAX_VALUE, most));
        }
    }

    void endSegment() {
        parts.writeAll();
        segment.close(Map.of(RenditionName.AUDIO, audio.segmentDuration(audio.start())));
    }

    private void begin(Ticks at) {
        tracks.apply();
        audio.useRate(at.perSecond());
        audio.beginSegment();
        segment.open(at, true);
    }
}
