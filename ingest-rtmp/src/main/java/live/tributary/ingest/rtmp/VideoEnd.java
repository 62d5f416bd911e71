// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** The publisher says that a video track is over. Advisory: frames may follow. */
public record VideoEnd(int track, RtmpTimestamp timestamp) implements MediaTag {}
