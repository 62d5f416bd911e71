// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.flv;

import java.io.IOException;

/** What came is no FLV, or more than it may be. Nothing after it can be trusted. */
public final class FlvException extends IOException {

    public FlvException(String message) {
        super(message);
    }
}
