// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

/**
 * How long an encoder may let its viewers wait, by the monotonic clock in nanoseconds. One thread at a time.
 */
final class EncoderPatience {

    /** A run shows its first picture until then, or its segments are gaps. */
    private static final long LONGEST_START = Duration.ofSeconds(5).toNanos();

    /** No encoder that keeps up is so far behind: what came of a closed segment is all of it. */
    static final Duration LONGEST_LAG = Duration.ofSeconds(1);

    private long askedNanos;
    private long picturedNanos;
    private long heardNanos;

    /** It was told of another wish. */
    void asked(long now) {
        askedNanos = now;
    }

    /** A picture came. */
    void pictured(long now) {
        picturedNanos = now;
    }

    /** Sound came. */
    void heard(long now) {
        heardNanos = now;
    }

    /** Closes what waits for something that comes no more. */
    void look(EncodedRenditions encoded, long now) {
        if (now - askedNanos > LONGEST_START) {
            encoded.all().forEach(EncodedFollower::waitNoLonger);
        }
        if (now - picturedNanos > LONGEST_LAG.toNanos()) {
            encoded.pictures().stream().filter(RungCutter::isLastOneClosed).forEach(RungCutter::pause);
        }
        if (now - heardNanos > LONGEST_LAG.toNanos()) {
            encoded.sound().filter(EncodedSoundCutter::isLastOneClosed).ifPresent(EncodedSoundCutter::pause);
        }
    }
}
