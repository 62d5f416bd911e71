// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import live.tributary.ingest.rtmp.MediaTag;

/** Where tags go, and word of those that could not be made. */
public interface TagSink {

    void tag(MediaTag tag);

    /** A message or a track of one was left out. */
    void dropped(String why);
}
