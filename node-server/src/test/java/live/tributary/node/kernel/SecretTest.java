// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.util.HashSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SecretTest {

    @Test
    void isAnotherOneEachTime() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(Secret.random().value())).isTrue();
        }
    }

    @Test
    void hidesItselfFromLogs() {
        var secret = Secret.random();
        assertThat(secret.toString()).doesNotContain(secret.value());
    }

    @Test
    void isReadBackFromItsText() {
        var secret = Secret.random();
        assertThat(Secret.parse(secret.value())).contains(secret);
        assertThat(Secret.parse(secret.value() + "0")).isEmpty();
        assertThat(Secret.parse(secret.value().substring(1) + "u")).isEmpty();
    }

    @Test
    void hashesToWhatEverybodyElseComputes() {
        // FIPS 180-2, appendix B.1
        assertThat(SecretHash.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void matchesOnlyItsOwnHash() {
        var secret = Secret.random();
        assertThat(secret.hash().matches(new Secret(secret.value()).hash())).isTrue();
        assertThat(secret.hash().matches(Secret.random().hash())).isFalse();
    }
}
