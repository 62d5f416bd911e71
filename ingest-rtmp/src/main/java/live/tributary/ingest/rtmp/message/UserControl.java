// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** The user control events we know (7.1.7). */
final class UserControl {
    static final int STREAM_BEGIN = 0;
    static final int PING_REQUEST = 6;
    static final int PING_RESPONSE = 7;

    private UserControl() {}
}
