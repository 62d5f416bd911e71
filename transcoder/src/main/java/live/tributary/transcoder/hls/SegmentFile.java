// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** The file with the bytes of one segment in one canonical rendition. Named by ids and numbers only, never by a path. */
public record SegmentFile(SessionId session, RenditionName rendition, long msn) {

    /** Its name within the folder of its window; every part of it has a grammar without dots and slashes. */
    public String name() {
        return "%d-%s-%s.m4s".formatted(msn, session, rendition);
    }
}
