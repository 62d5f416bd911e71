// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.proof.ProofRefused.Reason;
import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.KeyType;
import live.tributary.federation.signature.VerifyingKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class EddsaJcs2022Test {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00.5Z");
    private static final ActorKey OURS = ActorKey.generate(KeyType.ED25519);
    private static final URI KEY_ID = URI.create("https://node.example/ap/p/ana#ed25519-key");

    /** "Data Integrity EdDSA Cryptosuites 1.0", B.3: the credential, and the key of all its examples. */
    private static final VerifyingKey W3C_KEY = VerifyingKey.fromMultibase(
                    "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")
            .orElseThrow();

    private static final String CONTEXT =
            "[\"https://www.w3.org/ns/credentials/v2\",\"https://www.w3.org/ns/credentials/examples/v2\"]";

    record Vector(String what, String method, String proofContext, String value) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Vector> vectors() {
        var withContext = "\"@context\":" + CONTEXT + ",";
        var didKey = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
        var issuer = "https://vc.example/issuers/5678";
        return Stream.of(
                new Vector(
                        "the Recommendation's",
                        didKey,
                        withContext,
                        "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"),
                new Vector(
                        "a draft's, with the context in the proof",
                        issuer,
                        withContext,
                        "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4"),
                new Vector(
                        "the same as Fedify sends it, context signed and left out",
                        issuer,
                        "",
                        "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4"),
                new Vector(
                        "an earlier draft's, without the context",
                        issuer,
                        "",
                        "z3P6rHMUaWG6e3Ac6xYFht8aEvoVXndgKTtEY8kzWYXzk8dKmAo2GJeZiJw4qoZ2PGp4ugdaHx3oQiLpeFBLDqP2M"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void verifiesThePrintedVectors(Vector vector) {
        var document = credential(vector);
        assertThat(claim(document).verify(W3C_KEY)).isInstanceOf(ProofVerdict.Proven.class);
        document.put("name", "Alumni credential");
        assertThat(claim(document).verify(W3C_KEY)).isInstanceOf(ProofRefused.class);
    }

    @Test
    void hashesAsThePrintedVectorDoes() throws Exception {
        var document = credential(vectors().findFirst().orElseThrow());
        var terms = ((ObjectNode) document.get("proof")).deepCopy();
        terms.remove("proofValue");
        byte[] hashes = EddsaJcs2022.hashes(terms, EddsaJcs2022.hash(EddsaJcs2022.unsecured(document)));
        assertThat(HexFormat.of().formatHex(hashes))
                .isEqualTo("66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db"
                        + "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19");
    }

    /** A document that Fedify 2.3.6 signed ({@code signature/fedify/make.mjs}). */
    @Test
    void verifiesWhatFedifySigns() throws IOException {
        try (var vectors = ActorKey.class.getResourceAsStream("fedify/signed.json")) {
            var signed = JSON.readTree(vectors);
            var key = VerifyingKey.fromPem(signed.path("ed25519").asString()).orElseThrow();
            var document = (ObjectNode) signed.path("document");
            assertThat(claim(document).verify(key)).isInstanceOf(ProofVerdict.Proven.class);
            ((ObjectNode) document.path("proof")).remove("@context");
            assertThat(claim(document).verify(key)).isInstanceOf(ProofVerdict.Proven.class);
        }
    }

    @Test
    void verifiesWhatItSigns() {
        var activity = activity();
        var signed = EddsaJcs2022.sign(activity, OURS.as(KEY_ID), NOW);
        assertThat(activity.has("proof")).as("the given document is left alone").isFalse();
        assertThat(signed.get("@context"))
                .isEqualTo(JSON.readTree("[\"https://www.w3.org/ns/activitystreams\","
                        + "\"https://w3id.org/security/data-integrity/v2\"]"));
        assertThat(signed.get("proof").get("created").stringValue()).isEqualTo("2026-11-22T19:00:00Z");
        var received = (ObjectNode) JSON.readTree(JSON.writeValueAsBytes(signed));
        var claim = claim(received);
        assertThat(claim.verificationMethod()).isEqualTo(KEY_ID);
        assertThat(claim.verify(OURS.publicKey())).isInstanceOf(ProofVerdict.Proven.class);
        assertThat(claim.verify(W3C_KEY))
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE_WRONG));
        assertThat(claim.verify(ActorKey.generate(KeyType.RSA).publicKey()))
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY_UNFIT));
    }

    /** What others may do to a document on its way without breaking it. */
    static Stream<Consumer<ObjectNode>> harmless() {
        return Stream.of(
                document -> document.putObject("signature").put("type", "RsaSignature2017"),
                document -> document.set("id", document.remove("id")),
                document -> document.set("proof", document.arrayNode().add("x").add(document.get("proof"))));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void keepsItsProofWhenForwarded(Consumer<ObjectNode> change) {
        var signed = EddsaJcs2022.sign(activity(), OURS.as(KEY_ID), NOW);
        change.accept(signed);
        assertThat(claim(signed).verify(OURS.publicKey())).isInstanceOf(ProofVerdict.Proven.class);
    }

    /** Numbers count by value, text by its characters, and order not at all (RFC 8785). */
    @Test
    void countsNumbersByTheirValue() {
        var written = "{\"b\":10.0,\"a\":9007199254740993,\"c\":1e-7,\"d\":0.1,\"e\":\"\\u00e9\\ud83d\\ude00\"}";
        var signed = EddsaJcs2022.sign((ObjectNode) JSON.readTree(written), OURS.as(KEY_ID), NOW);
        var rewritten = "{\"e\":\"é😀\",\"d\":1E-1,\"c\":0.0000001,\"a\":9007199254740992,\"b\":10}";
        var received = (ObjectNode) JSON.readTree(rewritten);
        received.set("@context", signed.get("@context"));
        received.set("proof", signed.get("proof"));
        assertThat(claim(received).verify(OURS.publicKey())).isInstanceOf(ProofVerdict.Proven.class);
    }

    record Case(Reason reason, Consumer<ObjectNode> change) {}

    static Stream<Case> refusals() {
        return Stream.of(
                proof(Reason.PURPOSE_WRONG, proof -> proof.put("proofPurpose", "authentication")),
                proof(Reason.PURPOSE_WRONG, proof -> proof.remove("proofPurpose")),
                proof(Reason.EXPIRED, proof -> proof.put("expires", "2026-11-22T19:00:00Z")),
                proof(Reason.EXPIRED, proof -> proof.put("expires", "never")),
                proof(Reason.MALFORMED, proof -> proof.put("proofValue", "u" + "A".repeat(86))),
                proof(Reason.MALFORMED, proof -> proof.put("proofValue", "z111")),
                proof(Reason.MALFORMED, proof -> proof.put("proofValue", 5)),
                proof(Reason.MALFORMED, proof -> proof.put("verificationMethod", "#key")),
                proof(Reason.MALFORMED, proof -> proof.put("verificationMethod", "https://a b/")),
                new Case(
                        Reason.CONTEXT_CHANGED,
                        document ->
                                document.set("@context", document.arrayNode().add("https://evil.example/ns"))),
                new Case(
                        Reason.CONTEXT_CHANGED,
                        document -> ((ArrayNode) document.get("@context")).add("https://evil.example/ns")),
                new Case(Reason.NOT_CANONICAL, document -> document.put("x", new BigDecimal("1e400"))),
                new Case(Reason.NOT_CANONICAL, document -> document.put("x", "\ud83d")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesByName(Case refused) {
        var signed = EddsaJcs2022.sign(activity(), OURS.as(KEY_ID), NOW);
        refused.change().accept(signed);
        assertThat(EddsaJcs2022.read(signed, NOW)).isInstanceOfSatisfying(ProofRefused.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(refused.reason());
            assertThat(refusal.words()).isNotBlank();
        });
    }

    static Stream<Consumer<ObjectNode>> changes() {
        return Stream.of(
                document -> document.put("type", "Delete"),
                document -> document.put("extra", true),
                document -> document.remove("object"),
                document -> ((ObjectNode) document.get("proof")).put("created", "2026-11-22T19:00:01Z"),
                document -> ((ObjectNode) document.get("proof")).put("verificationMethod", "https://evil.example/#k"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void noticesEachChange(Consumer<ObjectNode> change) {
        var signed = EddsaJcs2022.sign(activity(), OURS.as(KEY_ID), NOW);
        change.accept(signed);
        assertThat(claim(signed).verify(OURS.publicKey())).isInstanceOf(ProofRefused.class);
    }

    static Stream<String> proofless() {
        return Stream.of(
                "{}",
                "[]",
                "\"x\"",
                "{\"proof\":1}",
                "{\"proof\":[]}",
                "{\"proof\":{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\"}}",
                "{\"proof\":{\"type\":\"Ed25519Signature2020\"}}");
    }

    @ParameterizedTest
    @MethodSource("proofless")
    void findsNoProofWhereThereIsNone(String json) {
        assertThat(EddsaJcs2022.read(JSON.readTree(json), NOW)).isInstanceOf(ProofReading.Absent.class);
    }

    @Test
    void keepsAContextThatExplainsProofsAlready() {
        var activity = activity();
        activity.putArray("@context").add("https://w3id.org/security/data-integrity/v2");
        assertThat(EddsaJcs2022.sign(activity, OURS.as(KEY_ID), NOW).get("@context"))
                .hasSize(1);
    }

    @Test
    void signsWithNoOtherKeyThanEd25519() {
        var rsa = ActorKey.generate(KeyType.RSA).as(KEY_ID);
        assertThatThrownBy(() -> EddsaJcs2022.sign(activity(), rsa, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Case proof(Reason reason, Consumer<ObjectNode> change) {
        return new Case(reason, document -> change.accept((ObjectNode) document.get("proof")));
    }

    private static ProofClaim claim(ObjectNode document) {
        return switch (EddsaJcs2022.read(document, NOW)) {
            case ProofReading.Claimed(ProofClaim claim) -> claim;
            case ProofReading.Absent _ -> throw new AssertionError("no proof");
            case ProofRefused refused -> throw new AssertionError(refused);
        };
    }

    private static ObjectNode credential(Vector vector) {
        return (ObjectNode)
                JSON.readTree("""
            {"@context":%s,"id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
             "type":["VerifiableCredential","AlumniCredential"],"name":"Alumni Credential",
             "description":"A minimum viable example of an Alumni Credential.","issuer":"https://vc.example/issuers/5678",
             "validFrom":"2023-01-01T00:00:00Z",
             "credentialSubject":{"id":"did:example:abcdefgh","alumniOf":"The School of Examples"},
             "proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-jcs-2022","created":"2023-02-24T23:36:38Z",
              "verificationMethod":"%s#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2","proofPurpose":"assertionMethod",
              %s"proofValue":"%s"}}""".formatted(CONTEXT, vector.method(), vector.proofContext(), vector.value()));
    }

    private static ObjectNode activity() {
        return (ObjectNode) JSON.readTree("""
                {"@context":"https://www.w3.org/ns/activitystreams","id":"https://node.example/ap/a/1","type":"Announce",
                 "actor":"https://node.example/ap/p/ana","object":"https://node.example/ap/v/2",
                 "to":["https://www.w3.org/ns/activitystreams#Public"]}""");
    }
}
