// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import live.tributary.transcoder.media.TrackConfiguration;

/** A follower that an encoder makes while somebody asks for it. */
sealed interface EncodedFollower extends Follower permits RungCutter, EncodedSoundCutter {

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
}
