// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

/**
 * The targets that a playlist states; constant as long as it lives, because a changing one breaks players.
 *
 * @param targetDuration {@code EXT-X-TARGETDURATION}, whole seconds
 * @param partTarget {@code PART-TARGET} of pictures and of the joined view
 * @param audioPartTarget {@code PART-TARGET} of the audio playlist: one access unit more
 */
public record WindowTargets(Duration targetDuration, Duration partTarget, Duration audioPartTarget) {
    public WindowTargets {
        if (targetDuration.getSeconds() < 1 || targetDuration.getNano() != 0) {
            throw new IllegalArgumentException("not whole seconds: " + targetDuration);
        }
        if (!partTarget.isPositive() || audioPartTarget.compareTo(partTarget) < 0) {
            throw new IllegalArgumentException("part targets %s, %s".formatted(partTarget, audioPartTarget));
        }
    }
}
