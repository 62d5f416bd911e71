// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.time.InstantSource;
import java.util.List;

/**
 * Reads who claims to have signed a request, and refuses what no key could mend: bad syntax, wrong times, parts left unsigned,
 * a digest that is not the body's. Uses no key, no network and no memory, so it stands before all that is dear. May be used by
 * any number of threads.
 */
public final class SignatureReader {

    private final InstantSource clock;
    private final ClockWindow window;

    public SignatureReader(InstantSource clock, ClockWindow window) {
        this.clock = clock;
        this.window = window;
    }

    /** What a received request says of its signer. Where it bears both generations the newer counts, as with Mastodon. */
    public Reading read(HttpRequest request) {
        try {
            var claims = claims(request);
            if (request.carriesBody()) {
                BodyDigest.check(claims.getFirst().kind(), request);
            }
            return new Reading.Signed(claims);
        } catch (RefusedException refusal) {
            return refusal.refused();
        }
    }

    private List<SignatureClaim> claims(HttpRequest request) throws RefusedException {
        var signature = request.headers().combined("signature");
        if (signature.isEmpty()) {
            throw new RefusedException(RefusalReason.UNSIGNED, "the request has no Signature");
        }
        var input = request.headers().combined("signature-input");
        return input.isEmpty()
                ? List.of(new CavageClaims(window, clock.instant()).read(request, signature.get()))
                : new MessageClaims(window, clock.instant()).read(request, input.get(), signature.get());
    }
}
