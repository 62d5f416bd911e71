// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

import live.tributary.federation.json.JsonReading.Reason;

/** Leaves the recursion of {@link TreeReader}; never leaves this package. */
final class RefusalException extends RuntimeException {

    private final JsonReading.Refused refusal;

    RefusalException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.refusal = new JsonReading.Refused(reason, detail);
    }

    JsonReading.Refused refusal() {
        return refusal;
    }
}
