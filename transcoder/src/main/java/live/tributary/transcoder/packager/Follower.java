// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

import live.tributary.transcoder.media.TrackConfiguration;

/** Cuts what an encoder makes where the publisher's picture is cut, some milliseconds behind it. Pipeline thread only. */
sealed interface Follower permits RungCutter, EncodedSoundCutter {

    /** A run was asked for: its beginning may belong to a segment that the publisher has closed meanwhile. */
    void expect();

    /** The run that was asked for has begun, or never will. */
    void waitNoLonger();

    /** A run begins. */
    void configured(TrackConfiguration configuration);

    /** The run is over, and another will say anew how it begins. */
    void runEnded();

    /** Nobody asks for it: segments opened from now on are gaps. */
    void rest();

    /** Nothing comes for a while: what is open here lasts as long as the publisher's. */
    void pause();

    /** The broadcast is over: the last segment is as long as what came of it. */
    void end();

    /** The publisher's segment of that number is closed. One that was open before this came is none of its. */
    void sourceClosed(int segment, Duration length);

    /** The publisher has closed the segment that is filled here, and nothing came since: there is no more. */
    boolean isLastOneClosed();

    /** How many parts were written. */
    int parts();
}
