// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

/** The publisher says that a sound track is over. Advisory: frames may follow. */
public record AudioEnd(int track, RtmpTimestamp timestamp) implements MediaTag {}
