// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.handoff;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;

import live.tributary.federation.signature.ActorKey;
import live.tributary.federation.signature.KeyType;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in an address: a ticket that can be written again and that nobody signed, or none. */
final class ArrivalTokenFuzzTest {

    private static final ActorKey KEY = ActorKey.generate(KeyType.ED25519);

    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] strangersBytes) {
        var text = new String(strangersBytes, StandardCharsets.ISO_8859_1);
        ArrivalToken.parse(text).ifPresent(token -> {
            assertThat(token.text()).isEqualTo(text);
            assertThat(token.isSignedBy(KEY.publicKey(), URI.create("https://elsewhere.example/v/2")))
                    .isFalse();
        });
    }
}
