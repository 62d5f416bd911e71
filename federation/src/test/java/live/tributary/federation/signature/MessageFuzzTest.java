// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A stranger's fields of RFC 9421: read, or refused by name, and nothing else. */
final class MessageFuzzTest {

    /** Three lines: the input, the signature and the digest. */
    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] strangersBytes) {
        var fields = StrangersFields.of(strangersBytes);
        var request = Sample.post()
                .with("Signature-Input", fields.getFirst())
                .with("Signature", fields.get(1))
                .with("Content-Digest", fields.getLast());
        switch (Sample.read(request)) {
            case Refused refused -> assertThat(refused.words()).isNotBlank();
            case Reading.Signed signed -> {
                assertThat(signed.claims()).hasSizeBetween(1, 4);
                assertThat(signed.claims()).allSatisfy(claim -> {
                    assertThat(claim.covered()).contains("\"@method\"", "\"content-digest\"");
                    assertThat(claim.verify(Keys.RFC_ED25519)).isInstanceOf(Refused.class);
                });
            }
        }
    }
}
