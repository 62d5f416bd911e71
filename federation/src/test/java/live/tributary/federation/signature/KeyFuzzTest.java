// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A stranger's key: one that can be written again, or none. */
final class KeyFuzzTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] strangersBytes) {
        var text = new String(strangersBytes, StandardCharsets.ISO_8859_1);
        VerifyingKey.fromPem(text).ifPresent(KeyFuzzTest::use);
        VerifyingKey.fromPem(Keys.pemOf(Base64.getMimeEncoder().encodeToString(strangersBytes)))
                .ifPresent(KeyFuzzTest::use);
        VerifyingKey.fromMultibase(text).ifPresent(KeyFuzzTest::use);
        VerifyingKey.fromMultibase("z" + Base58.encode(strangersBytes)).ifPresent(KeyFuzzTest::use);
    }

    private static void use(VerifyingKey key) {
        assertThat(VerifyingKey.fromPem(key.toPem())).contains(key);
        assertThat(key.signedPlainly(MESSAGE, new byte[64])).isFalse();
    }
}
