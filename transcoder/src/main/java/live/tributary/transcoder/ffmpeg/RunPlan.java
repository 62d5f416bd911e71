// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * What one run makes, of what.
 *
 * @param coder what makes H.264
 * @param rungs largest first
 * @param videoSource how the source's pictures are coded; null when no rung is made
 * @param soundSource how the source's sound is coded; null when no AAC is made
 * @param startMillis the decode time of what the run begins with, milliseconds of the broadcast
 * @param headStartMillis media time that is there already
 */
record RunPlan(
        VideoCoder coder,
        List<Rung> rungs,
        @Nullable TrackConfiguration videoSource,
        @Nullable TrackConfiguration soundSource,
        long startMillis,
        long headStartMillis) {

    Optional<TrackConfiguration> video() {
        return Optional.ofNullable(videoSource);
    }

    Optional<TrackConfiguration> sound() {
        return Optional.ofNullable(soundSource);
    }

    /** The broadcast's time at which the child's clock stands at zero. */
    long baseMillis() {
        return startMillis - Feed.LEAD_MILLIS;
    }

    Set<RenditionName> names() {
        var pictures = rungs.stream().map(Rung::name);
        return Stream.concat(pictures, sound().map(_ -> RenditionName.AAC).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
