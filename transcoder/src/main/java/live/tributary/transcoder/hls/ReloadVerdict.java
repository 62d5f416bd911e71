// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** Whether the current playlist answers a blocked reload. */
public enum ReloadVerdict {
    /** It does, or nothing newer will come. */
    PRESENT,
    /** What is asked for comes next: ask again when the window has changed. */
    AWAITED,
    /** So far ahead that no client that read our playlists would ask for it. */
    TOO_FAR
}
