// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.readers;

import live.tributary.federation.http.Budget;
import live.tributary.federation.remote.KeyLookUp;
import live.tributary.federation.remote.RemoteKeys;
import live.tributary.federation.signature.HttpRequest;
import live.tributary.federation.signature.Reading;
import live.tributary.federation.signature.Refused;
import live.tributary.federation.signature.SignatureClaim;
import live.tributary.federation.signature.SignatureReader;
import live.tributary.federation.signature.Verdict;
import live.tributary.node.domains.DomainPolicies;

/** Says which server may read. Safe for any thread that may block: a key may have to be fetched. */
public final class Readers {

    private final DomainPolicies policies;
    private final SignatureReader signatures;
    private final RemoteKeys keys;

    Readers(DomainPolicies policies, SignatureReader signatures, RemoteKeys keys) {
        this.policies = policies;
        this.signatures = signatures;
        this.keys = keys;
    }

    /** Whether documents are for those alone who sign. */
    public boolean demandSignatures() {
        return policies.allowListOnly();
    }

    /** What whoever sent the request may have.
     *  @param source the part of the network that asks, by which fetches are counted */
    public Access judge(HttpRequest request, String source) {
        return switch (signatures.read(request)) {
            case Reading.Signed(var claims) -> judge(claims.getFirst(), source);
            case Refused refused -> unlessPublic(refused.words());
        };
    }

    private Access judge(SignatureClaim claim, String source) {
        var host = claim.keyId().getHost();
        if (policies.standing(host).suspended()) {
            return new Access.Forbidden("This node does not talk to %s.".formatted(host));
        }
        return !demandSignatures() || isRight(claim, source)
                ? new Access.Granted()
                : new Access.Unknown("The signature does not fit the request and the key %s.".formatted(claim.keyId()));
    }

    private Access unlessPublic(String because) {
        return demandSignatures() ? new Access.Unknown(because) : new Access.Granted();
    }

    private boolean isRight(SignatureClaim claim, String source) {
        var budget = Budget.ofOneActivity();
        return fits(claim, keys.find(claim.keyId(), source, budget))
                || fits(claim, keys.findAgain(claim.keyId(), source, budget));
    }

    private static boolean fits(SignatureClaim claim, KeyLookUp lookUp) {
        return lookUp instanceof KeyLookUp.Found(var key) && claim.verify(key.key()) instanceof Verdict.Verified;
    }
}
