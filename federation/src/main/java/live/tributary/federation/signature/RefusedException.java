// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.io.Serial;

/** Carries a refusal out of the depth of a parser. Has no stack trace: strangers make as many as they like. */
final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refused refused;

    RefusedException(RefusalReason reason, String words) {
        super(words, null, false, false);
        this.refused = new Refused(reason, words);
    }

    Refused refused() {
        return refused;
    }
}
