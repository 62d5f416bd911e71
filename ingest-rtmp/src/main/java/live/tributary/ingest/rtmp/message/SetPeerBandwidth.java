// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** The receiver shall have no more than so much under way (5.4.5). */
public record SetPeerBandwidth(long bytes, int limitType) implements RtmpMessage {
    /** The receiver may keep a harder limit it already has. */
    public static final int DYNAMIC = 2;
}
