// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** How a playlist's text travels. */
public enum Encoding {
    PLAIN,
    GZIP
}
