// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * What is wrong with a stream, for the streamer's health page.
 *
 * @param detail one sentence for the log, in English, without keys or addresses
 */
public record StreamProblem(Kind kind, String detail) {

    /** The stable name of a problem; its text for people is the page's matter. */
    public enum Kind {
        /** A configuration record cannot be read; the track is left out. */
        CONFIGURATION_UNREADABLE,
        /** Frames came before any configuration of their track; they are dropped. */
        CONFIGURATION_MISSING,
        /** The track's codec cannot be packaged without the encoder (MP3); it is left out. */
        CODEC_NEEDS_ENCODER,
        /** The picture is larger or faster than allowed. */
        PICTURE_TOO_LARGE,
        /** A frame's bytes are not what its codec prescribes; it is dropped. */
        FRAME_UNREADABLE,
        /** More than one video or audio track came; only the first is used. */
        EXTRA_TRACK,
        /** The node did not keep up; frames were dropped to the next key frame. */
        QUEUE_OVERFLOW,
        /** Key frames are so far apart that a segment was cut without one. */
        KEY_FRAMES_TOO_RARE,
        /** Timestamps jumped; the timeline was set anew. */
        TIMESTAMPS_JUMPED,
        /** Sound ran away from its timestamps and was set right. */
        AUDIO_DRIFTED
    }
}
