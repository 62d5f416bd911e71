// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;

import live.tributary.transcoder.media.GroupsOfPictures;

/**
 * One second of a broadcast.
 *
 * @param connected whether an encoder fed it; all figures are zero if not
 * @param silentSeconds since the last byte, whole ones
 * @param frames that came
 * @param framesPerSecond the same, by the true length of this second
 * @param missed left out by the encoder
 * @param late came more than half a second after their time
 * @param leftOut by the node, which did not keep up
 * @param audioUnits sound that came
 * @param soundAheadMillis below zero where sound comes after its picture
 * @param roundTripMillis zero if not measured; likewise the two after it
 * @param retransmits of the node, since the second before
 * @param queuedMillis media that waited for the pipeline
 * @param groups of pictures, by the last key frames
 */
record Sample(
        Instant at,
        boolean connected,
        int silentSeconds,
        long bitsPerSecond,
        int frames,
        double framesPerSecond,
        int missed,
        int late,
        int leftOut,
        int audioUnits,
        KeyFrameSpan keyFrames,
        double jitterMillis,
        int soundAheadMillis,
        double roundTripMillis,
        double roundTripVarianceMillis,
        double pingMillis,
        int retransmits,
        int queuedMillis,
        GroupsOfPictures groups,
        Loudness loudness) {

    static Sample away(Instant at) {
        return new Sample(
                at,
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                KeyFrameSpan.NONE,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                GroupsOfPictures.UNKNOWN,
                Loudness.NOT_MEASURED);
    }

    /** Frames that viewers got late or not at all. */
    int lost() {
        return late + leftOut;
    }
}
