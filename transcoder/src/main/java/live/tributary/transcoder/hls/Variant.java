// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import org.jspecify.annotations.Nullable;

/**
 * What is played together: one line of a master playlist.
 *
 * @param own the rendition whose playlist it names
 * @param sound what is heard beside a picture; null for a rendition alone
 */
record Variant(RenditionName own, @Nullable RenditionName sound) {

    static Variant alone(RenditionName rendition) {
        return new Variant(rendition, null);
    }
}
