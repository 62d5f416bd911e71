// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import live.tributary.node.kernel.Sha256;

/**
 * What a form must send back, so that another site cannot send it in a visitor's name.
 *
 * <p>It is a hash of the cookie the browser holds (of the session, or of a guest who is about to log in): nothing to
 * store, gone with the session, and worthless to somebody who sees only the page.
 */
public record CsrfToken(String text) {

    /** Name of the form field. */
    public static final String FIELD = "_csrf";

    /** Name of the header, for scripts. */
    public static final String HEADER = "X-CSRF-Token";

    /** The token of a visitor who has no cookie: matches nothing. */
    static final CsrfToken NONE = new CsrfToken("");

    /** The token that belongs to this cookie. */
    static CsrfToken of(String cookieValue) {
        var hash = Sha256.of("csrf:" + cookieValue);
        return new CsrfToken(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /** Compares in constant time. */
    boolean matches(String sent) {
        return !text.isEmpty()
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "CsrfToken[redacted]";
    }
}
