// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** A declared rendition: how it is described and how it begins. */
record Rendition(RenditionName name, RenditionFormat format, InitSegment init) {

    boolean isAudio() {
        return init.audioOnly();
    }
}
