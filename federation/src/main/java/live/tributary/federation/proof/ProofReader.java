// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.Jcs.NotCanonicalException;
import live.tributary.federation.proof.ProofRefused.Reason;
import live.tributary.federation.signature.Base58;

/** Takes a proof out of a document and rebuilds the bytes that it was made over. */
final class ProofReader {

    private static final int SIGNATURE_BYTES = 64;
    private static final int PROOF_LIMIT = 8;

    private final ObjectNode document;
    private final ObjectNode proof;

    private ProofReader(ObjectNode document, ObjectNode proof) {
        this.document = document;
        this.proof = proof;
    }

    /** Where a document has several proofs, each is one over the document alone, and the first that we can read counts. */
    static ProofReading read(ObjectNode document, Instant now) {
        return proofs(document.path(EddsaJcs2022.PROOF))
                .limit(PROOF_LIMIT)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(proof -> text(proof, "type").equals("DataIntegrityProof"))
                .filter(proof -> text(proof, "cryptosuite").equals(EddsaJcs2022.CRYPTOSUITE))
                .findFirst()
                .map(proof -> new ProofReader(document, proof).read(now))
                .orElseGet(ProofReading.Absent::new);
    }

    private static Stream<JsonNode> proofs(JsonNode proof) {
        return proof.isArray() ? proof.valueStream() : Stream.of(proof);
    }

    private ProofReading read(Instant now) {
        if (!text(proof, "proofPurpose").equals("assertionMethod")) {
            return new ProofRefused(Reason.PURPOSE_WRONG, "made for the purpose " + text(proof, "proofPurpose"));
        }
        if (isExpired(now)) {
            return new ProofRefused(Reason.EXPIRED, "expired at " + text(proof, "expires"));
        }
        var context = proof.get(EddsaJcs2022.CONTEXT);
        if (context != null && !context.equals(document.get(EddsaJcs2022.CONTEXT))) {
            return new ProofRefused(Reason.CONTEXT_CHANGED, "the context is not the one that was signed");
        }
        var method = verificationMethod();
        var signature = signature();
        if (method.isEmpty() || signature.isEmpty()) {
            return new ProofRefused(Reason.MALFORMED, "verificationMethod or proofValue cannot be read");
        }
        try {
            return new ProofReading.Claimed(new ProofClaim(method.get(), candidates(), signature.get()));
        } catch (NotCanonicalException refused) {
            return new ProofRefused(Reason.NOT_CANONICAL, String.valueOf(refused.getMessage()));
        }
    }

    /**
     * The proof's terms as they stand; and where they lack a context, those with the document's, which a signer of FEP-8b32 may
     * have covered and not sent. The W3C's text leaves it out then.
     */
    private List<byte[]> candidates() throws NotCanonicalException {
        byte[] documentHash = EddsaJcs2022.hash(EddsaJcs2022.unsecured(document));
        var terms = proof.deepCopy();
        terms.remove(EddsaJcs2022.PROOF_VALUE);
        var candidates = new ArrayList<byte[]>();
        if (!terms.has(EddsaJcs2022.CONTEXT) && document.has(EddsaJcs2022.CONTEXT)) {
            var completed = terms.deepCopy();
            completed.set(EddsaJcs2022.CONTEXT, document.get(EddsaJcs2022.CONTEXT));
            candidates.add(EddsaJcs2022.hashes(completed, documentHash));
        }
        candidates.add(EddsaJcs2022.hashes(terms, documentHash));
        return candidates;
    }

    private boolean isExpired(Instant now) {
        if (!proof.has("expires")) {
            return false;
        }
        try {
            return OffsetDateTime.parse(text(proof, "expires")).toInstant().isBefore(now);
        } catch (DateTimeException unreadable) {
            return true;
        }
    }

    private Optional<URI> verificationMethod() {
        try {
            return Optional.of(new URI(text(proof, "verificationMethod"))).filter(URI::isAbsolute);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> signature() {
        var value = text(proof, EddsaJcs2022.PROOF_VALUE);
        return value.startsWith("z")
                ? Base58.decode(value.substring(1)).filter(bytes -> bytes.length == SIGNATURE_BYTES)
                : Optional.empty();
    }

    private static String text(ObjectNode node, String name) {
        return node.path(name).isString() ? node.path(name).stringValue() : "";
    }
}
