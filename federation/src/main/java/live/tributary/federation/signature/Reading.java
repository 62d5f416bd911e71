// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.util.List;

/** What a request says of its signer, before anybody has seen a key. */
public sealed interface Reading permits Reading.Signed, Refused {

    /**
     * Somebody claims to have signed this request, in time, with all that must be covered, and its body is the one that was
     * signed. Whether the claim is true, only the key can tell.
     *
     * @param claims in the order of the header; at least one, and nearly always one: a message of RFC 9421 may bear several
     */
    record Signed(List<SignatureClaim> claims) implements Reading {
        public Signed {
            claims = List.copyOf(claims);
        }
    }
}
