// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A stranger's {@code Signature} and {@code Digest} of the older generation: read, or refused by name, and nothing else. */
final class CavageFuzzTest {

    /** Three lines: the signature, anything, and the digest. */
    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] strangersBytes) {
        var fields = StrangersFields.of(strangersBytes);
        var request = Sample.post().with("Signature", fields.getFirst()).with("Digest", fields.getLast());
        switch (Sample.read(request)) {
            case Refused refused -> assertThat(refused.words()).isNotBlank();
            case Reading.Signed signed -> {
                var claim = signed.claims().getFirst();
                assertThat(claim.covered()).contains("(request-target)", "host", "digest");
                assertThat(claim.verify(Keys.RFC_ED25519)).isInstanceOf(Refused.class);
                assertThat(claim.keyId().toString().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(8_000);
            }
        }
    }
}
