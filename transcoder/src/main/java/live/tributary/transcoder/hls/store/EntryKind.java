// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls.store;

/** The first byte of an entry, and those of dynamic ranges. Numbers are never given a second meaning. */
final class EntryKind {

    static final int TARGETS_FIXED = 1;
    static final int DECLARED_VIDEO = 2;
    static final int DECLARED_AUDIO = 3;
    static final int BEGUN = 4;
    static final int REMOVED = 5;
    static final int SEGMENT_OPENED = 6;
    static final int TRACK_OPENED = 7;
    static final int PART_ADDED = 8;
    static final int TRACK_CLOSED = 9;
    static final int FRONT_MOVED = 10;
    static final int SEGMENT_FORGOTTEN = 11;
    static final int ENDED = 12;
    static final int TRACK_BEGUN = 13;

    static final int SDR = 0;
    static final int HLG = 1;
    static final int PQ = 2;

    private EntryKind() {}
}
