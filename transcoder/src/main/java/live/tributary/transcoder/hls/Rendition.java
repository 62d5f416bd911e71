// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** A declared rendition: how it is described, and who makes it. */
record Rendition(RenditionName name, RenditionFormat format, Maker maker) {

    enum Maker {
        /** The publisher: its parts are there when the segment is. */
        PUBLISHER,
        /** An encoder that follows the publisher's picture, and may be a little behind. */
        ENCODER,
        /** An encoder that nobody has asked for: its segments are gaps. */
        NOBODY
    }

    boolean isAudio() {
        return switch (format) {
            case VideoFormat _ -> false;
            case AudioFormat _ -> true;
        };
    }

    boolean follows() {
        return maker != Maker.PUBLISHER;
    }

    boolean rests() {
        return maker == Maker.NOBODY;
    }
}
