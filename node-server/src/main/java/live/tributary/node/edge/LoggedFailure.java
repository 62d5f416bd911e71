// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.io.Serial;

/**
 * A failure as the log may have it: where it happened and why, without what Spring hung on to it, which names the path
 * of the request.
 */
final class LoggedFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    LoggedFailure(Throwable failure) {
        super(failure.toString(), failure.getCause(), false, true);
        setStackTrace(failure.getStackTrace());
    }
}
