// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.proof;

import java.time.Instant;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.signature.VerifyingKey;

import static org.assertj.core.api.Assertions.assertThat;

/** A stranger's document: its proof is read, refused by name or not there, and nothing else. */
final class ProofFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");
    private static final VerifyingKey KEY = VerifyingKey.fromMultibase(
                    "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")
            .orElseThrow();

    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] strangersBytes) {
        JsonNode document;
        try {
            document = JsonMapper.shared().readTree(strangersBytes);
        } catch (JacksonException notJson) {
            return;
        }
        switch (EddsaJcs2022.read(document, NOW)) {
            case ProofReading.Absent _ -> {}
            case ProofRefused refused -> assertThat(refused.words()).isNotBlank();
            case ProofReading.Claimed(ProofClaim claim) -> {
                assertThat(claim.verificationMethod().isAbsolute()).isTrue();
                claim.verify(KEY);
            }
        }
    }
}
