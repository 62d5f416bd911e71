// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

/** A rendition that is cut where the publisher's picture is cut, some milliseconds behind it. One thread at a time. */
sealed interface Follower permits EncodedFollower, PictureFollower {

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
