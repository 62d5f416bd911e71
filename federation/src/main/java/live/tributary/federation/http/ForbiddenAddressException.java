// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.io.Serial;

/** A host leads to an address that we do not connect to. Carries {@link Refusal#FORBIDDEN_ADDRESS} through Netty. */
final class ForbiddenAddressException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super("%s leads to an address that is not public".formatted(host));
    }
}
