// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.WindowWriter;

/**
 * Where a rendition that lags stands among the publisher's segments: which one it fills, and which it closes after the
 * publisher did. Those that it never filled are gaps. Segments are counted from 0 in a broadcast. One thread at a time.
 */
final class FollowedSegments {

    private static final int NO_SEGMENT = -1;

    private final WindowWriter writer;
    private final RenditionName rendition;
    /** Of the publisher's closed segments that are still open here, oldest first. */
    private final Deque<Duration> unclosed = new ArrayDeque<>();
    /** The number of the oldest segment that is still open here. */
    private int oldest;
    /** The segment that is filled now. */
    private int current = NO_SEGMENT;
    /** The newest one that has anything, whether or not more can come. */
    private int newest = NO_SEGMENT;

    private boolean patient;

    FollowedSegments(WindowWriter writer, RenditionName rendition, int first) {
        this.writer = writer;
        this.rendition = rendition;
        this.oldest = first;
    }

    /** A run was asked for: its beginning may belong to a segment that the publisher has closed meanwhile. */
    void expect() {
        patient = true;
    }

    void waitNoLonger() {
        patient = false;
        catchUp();
    }

    /** The publisher's segment of that number is closed. One that was open before this rendition came is none of its. */
    void sourceClosed(int segment, Duration length) {
        if (segment >= oldest) {
            unclosed.addLast(length);
            catchUp();
        }
    }

    /** Whether that segment may begin here: it has nothing yet, and is not closed. */
    boolean canEnter(int segment) {
        return segment > newest && segment >= oldest;
    }

    /** What comes from here on belongs to that segment. */
    void enter(int segment) {
        current = segment;
        newest = segment;
        waitNoLonger();
    }

    /** Nothing more comes for the segment that is filled now, if one is. */
    void leave() {
        current = NO_SEGMENT;
        catchUp();
    }

    boolean isIn(int segment) {
        return current == segment;
    }

    /** Whether a segment is filled that lies before that one. */
    boolean isBefore(int segment) {
        return isInAny() && segment > current;
    }

    boolean isInAny() {
        return current != NO_SEGMENT;
    }

    /** The publisher has closed the segment that is filled now, and no later one is: it may have all that comes. */
    boolean isLastOneClosed() {
        return isInAny() && current == oldest && !unclosed.isEmpty();
    }

    /** Closes what nothing can come for any more. */
    private void catchUp() {
        while (!unclosed.isEmpty() && !patient && (!isInAny() || oldest < current)) {
            writer.closeNext(rendition, unclosed.removeFirst());
            oldest++;
        }
    }
}
