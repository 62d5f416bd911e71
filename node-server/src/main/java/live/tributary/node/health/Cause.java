// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Optional;

/** What was wrong in one second; of several, the first. */
public enum Cause {
    /** No encoder was connected. */
    AWAY,
    /** Connected, but nothing came. */
    SILENT,
    /** The node left frames out. */
    NODE_BEHIND,
    /** Frames came late, or far fewer bits than usual with frames missing. */
    UPLOAD_SLOW,
    /** Frames were missing though the rest came in time. */
    ENCODER_BEHIND,
    NO_SOUND,
    /** There was sound, and nothing to be heard in it. */
    SOUND_SILENT,
    /** Key frames are so far apart that viewers see the stream late. */
    KEY_FRAMES,
    /** Sound comes a second or more apart from its picture. */
    SOUND_APART;

    /** One frame may be missing in any second. */
    private static final int FEWEST_MISSED = 2;

    private static final double PERCENT = 100;

    /** @param setBitsPerSecond what the encoder is set to, 0 if unknown
     *  @param sound whether any came in the last seconds */
    static Optional<Cause> of(Sample second, double setBitsPerSecond, boolean sound) {
        if (!second.connected()) {
            return Optional.of(AWAY);
        }
        if (second.silentSeconds() >= Threshold.SILENT_SECONDS) {
            return Optional.of(SILENT);
        }
        return ofMedia(second, setBitsPerSecond, sound);
    }

    private static Optional<Cause> ofMedia(Sample second, double setBitsPerSecond, boolean sound) {
        if (second.leftOut() > 0) {
            return Optional.of(NODE_BEHIND);
        }
        boolean thin = second.bitsPerSecond() < setBitsPerSecond * Threshold.BITRATE_DIP;
        if (second.late() > 0 || (thin && missed(second))) {
            return Optional.of(UPLOAD_SLOW);
        }
        if (missed(second)) {
            return Optional.of(ENCODER_BEHIND);
        }
        if (!sound) {
            return Optional.of(NO_SOUND);
        }
        if (second.loudness().silentSeconds() >= Threshold.SILENT_SOUND_SECONDS) {
            return Optional.of(SOUND_SILENT);
        }
        return ofSetting(second);
    }

    private static Optional<Cause> ofSetting(Sample second) {
        if (Readings.keyFrameLevel(second.keyFrames()) == Level.FIX) {
            return Optional.of(KEY_FRAMES);
        }
        return Threshold.APART_MILLIS.judge(Math.abs(second.soundAheadMillis())) == Level.FIX
                ? Optional.of(SOUND_APART)
                : Optional.empty();
    }

    private static boolean missed(Sample second) {
        double percent = PERCENT * second.missed() / Math.max(1, second.frames() + second.missed());
        return second.missed() >= FEWEST_MISSED && Threshold.MISSED_PERCENT.judge(percent) == Level.FIX;
    }
}
