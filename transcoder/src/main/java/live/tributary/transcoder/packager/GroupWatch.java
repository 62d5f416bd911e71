// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import live.tributary.transcoder.codec.CodedPicture;
import live.tributary.transcoder.codec.CodedPicture.Entry;
import live.tributary.transcoder.media.GroupsOfPictures;

/** Tells from the pictures of one session whether its groups are open. Confined to its session's thread. */
final class GroupWatch {

    /** Encoders that open groups close some of them, at cuts: so many in a row, and it is a setting. */
    private static final int MOST_CLOSED = 8;

    private boolean begun;
    private int closedSinceOpen = MOST_CLOSED;

    void saw(CodedPicture picture) {
        if (picture.open()) {
            begun = true;
            closedSinceOpen = 0;
        } else if (picture.entry() == Entry.SYNC) {
            begun = true;
            closedSinceOpen = Math.min(closedSinceOpen + 1, MOST_CLOSED);
        }
    }

    GroupsOfPictures groups() {
        if (!begun) {
            return GroupsOfPictures.UNKNOWN;
        }
        return closedSinceOpen < MOST_CLOSED ? GroupsOfPictures.OPEN : GroupsOfPictures.CLOSED;
    }
}
