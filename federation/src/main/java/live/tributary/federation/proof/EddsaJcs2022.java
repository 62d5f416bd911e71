// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.Sha256;
import live.tributary.federation.proof.Jcs.NotCanonicalException;
import live.tributary.federation.signature.Base58;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.SigningKey;

/**
 * Makes and reads proofs of the cryptosuite {@code eddsa-jcs-2022}: Ed25519 over the hashes of the proof's own terms and of the
 * document without it, both in the canonical form of RFC 8785. May be used by any number of threads.
 */
public final class EddsaJcs2022 {

    static final String CRYPTOSUITE = "eddsa-jcs-2022";
    static final String CONTEXT = "@context";
    static final String PROOF = "proof";
    static final String PROOF_VALUE = "proofValue";
    private static final String DATA_INTEGRITY_CONTEXT = "https://w3id.org/security/data-integrity/v2";

    private EddsaJcs2022() {}

    /**
     * The document with a proof, and with the context that explains it. Comes last: whatever is changed afterwards breaks it.
     *
     * @param document is left as it is
     * @param key Ed25519
     * @param created told in whole seconds, as Fedify rebuilds it so
     */
    public static ObjectNode sign(ObjectNode document, SigningKey key, Instant created) {
        if (key.type() != KeyType.ED25519) {
            throw new IllegalArgumentException("a proof needs an Ed25519 key, not " + key);
        }
        var signed = withProofContext(document);
        var proof = signed.objectNode()
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", CRYPTOSUITE)
                .put("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("verificationMethod", key.keyId().toASCIIString())
                .put("proofPurpose", "assertionMethod");
        proof.set(CONTEXT, signed.path(CONTEXT).deepCopy());
        try {
            proof.put(PROOF_VALUE, "z" + Base58.encode(key.signPlainly(hashes(proof, hash(unsecured(signed))))));
        } catch (NotCanonicalException ours) {
            throw new IllegalArgumentException("the document cannot be signed", ours);
        }
        signed.set(PROOF, proof);
        return signed;
    }

    /** What a received document says of its proof. */
    public static ProofReading read(JsonNode document, Instant now) {
        return document instanceof ObjectNode object ? ProofReader.read(object, now) : new ProofReading.Absent();
    }

    /** The document as it was signed: without proofs, and without the older kind of signature, which others add later. */
    static ObjectNode unsecured(ObjectNode document) {
        var unsecured = document.deepCopy();
        unsecured.remove(List.of(PROOF, "signature"));
        return unsecured;
    }

    static byte[] hash(JsonNode document) throws NotCanonicalException {
        return Sha256.of(Jcs.canonical(document));
    }

    /** "Data Integrity EdDSA Cryptosuites 1.0", 3.3.4: the hash of the proof's terms first, that of the document behind it. */
    static byte[] hashes(ObjectNode proofTerms, byte[] documentHash) throws NotCanonicalException {
        byte[] termsHash = hash(proofTerms);
        byte[] both = new byte[termsHash.length + documentHash.length];
        System.arraycopy(termsHash, 0, both, 0, termsHash.length);
        System.arraycopy(documentHash, 0, both, termsHash.length, documentHash.length);
        return both;
    }

    private static ObjectNode withProofContext(ObjectNode document) {
        var context = document.path(CONTEXT);
        var contexts = new ArrayList<JsonNode>();
        if (context.isArray()) {
            contexts.addAll(context.values());
        } else if (!context.isMissingNode()) {
            contexts.add(context);
        }
        var copy = document.deepCopy();
        if (contexts.stream().noneMatch(known -> known.asString("").equals(DATA_INTEGRITY_CONTEXT))) {
            copy.set(CONTEXT, copy.arrayNode().addAll(contexts).add(DATA_INTEGRITY_CONTEXT));
        }
        return copy;
    }
}
