// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

/** Dynamic range as {@code VIDEO-RANGE} names it (RFC 8216bis, 4.4.6.2). */
public enum VideoRange {
    SDR,
    HLG,
    PQ
}
