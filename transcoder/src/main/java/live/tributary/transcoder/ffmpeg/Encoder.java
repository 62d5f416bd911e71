// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.util.Set;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.media.TrackConfiguration;

/**
 * The encoder of one broadcast: the source's pictures in, smaller ones out, to an {@link EncoderListener}.
 *
 * <p>{@code configure} and {@code offer} belong to one thread at a time, the pipeline's; all else may be called from any thread.
 * Nothing here ever blocks, throws for what the encoder does, or holds back the source. Nothing runs until something is
 * wanted. A port: {@link FfmpegEncoders} runs a child process of this machine, tests have scripts.
 */
public interface Encoder extends AutoCloseable {

    /**
     * How a track of the source is coded from here on. With other bytes than before, pictures up to the next key frame
     * are ignored and a new run begins with it.
     *
     * @param configuration of the picture, or of the sound (MP3 has an empty record)
     */
    void configure(TrackConfiguration configuration);

    /** The next picture, in decoding order. The newest GOP is kept by reference, so that a run can begin with it. */
    void offer(EncoderPicture picture);

    /** The next block of sound. Used only while {@link RenditionName#AAC} is wanted. */
    void offer(EncoderSound sound);

    /**
     * Which rungs somebody watches; {@link RenditionName#AAC} among them for the sound. A first set starts a run at once, from the
     * newest key frame; another set changes the run at the next key frame; the empty set ends it.
     *
     * @throws IllegalArgumentException for a rung that is not in the ladder of this encoder
     */
    void want(Set<RenditionName> rungs);

    EncoderFigures figures();

    /** The broadcast is over: the child gets time to end by itself, behind the caller's back. */
    @Override
    void close();
}
