// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import live.tributary.transcoder.media.StreamProblem;

/** Hears the turns in the life of a pipeline. Called by whoever is at work on it; must return at once. */
public interface PipelineListener {

    /** The first playlist exists. Called once. */
    void onLive();

    /** Something about the stream is not as it should be. Each kind is told once a session; the figures count on. */
    void onProblem(StreamProblem problem);

    /**
     * The pipeline died of a fault of our own, which is logged. Its window is closed by now; what is offered further
     * goes nowhere. Called at most once, and never after a close that was asked for.
     */
    void onFailed();
}
