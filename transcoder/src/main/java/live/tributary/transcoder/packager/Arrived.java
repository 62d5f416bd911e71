// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Instant;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;

/** An access unit that was read and found sound, and has no place on the timeline yet. */
sealed interface Arrived {

    /** Decode time on the publisher's clock, unwrapped, in nanoseconds. */
    long nanos();

    Instant arrival();

    byte[] data();

    /**
     * A frame.
     *
     * @param sync whether decoding may begin here
     * @param nanosLater fine part of the presentation time
     * @param captions whether CEA-608 captions were seen in it
     */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    record Picture(
            byte[] data,
            VideoConfig config,
            boolean sync,
            long nanos,
            int compositionMillis,
            int nanosLater,
            boolean captions,
            Instant arrival)
            implements Arrived {}

    /**
     * A frame of a further video track.
     *
     * @param track from 1 on
     */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    record TrackPicture(
            int track,
            byte[] data,
            VideoConfig config,
            boolean sync,
            long nanos,
            int compositionMillis,
            Instant arrival)
            implements Arrived {}

    /** A block of sound. */
    @SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
    record Sound(byte[] data, AudioConfig config, int samples, long nanos, Instant arrival) implements Arrived {}
}
