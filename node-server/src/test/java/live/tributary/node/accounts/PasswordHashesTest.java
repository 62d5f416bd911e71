// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.node.accounts.PasswordHashes.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

final class PasswordHashesTest {

    private static final Password RIVER = new Password("a quiet river");
    private static final int CROWD = 200;

    private final PasswordHashes hashes = new PasswordHashes(2);

    @AfterEach
    void close() {
        hashes.close();
    }

    @Test
    void areArgon2idWithTheParametersThatWePromise() {
        assertThat(hashes.hash(RIVER))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void areSaltedAndKnowTheirPassword() {
        var first = hashes.hash(RIVER).orElseThrow();
        var second = hashes.hash(RIVER).orElseThrow();
        assertThat(first).isNotEqualTo(second);
        assertThat(hashes.verify(RIVER, first)).isEqualTo(Verdict.RIGHT);
        assertThat(hashes.verify(RIVER, second)).isEqualTo(Verdict.RIGHT);
        assertThat(hashes.verify(new Password("another river"), first)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void neverAgreeThatNobodyHasAPassword() {
        assertThat(hashes.verifyNobody(RIVER)).isEqualTo(Verdict.WRONG);
        assertThat(hashes.verifyNobody(new Password("a password that nobody has")))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void sayBusyToACrowdInsteadOfTakingItsMemory() throws InterruptedException, ExecutionException {
        var hash = hashes.hash(RIVER).orElseThrow();
        var verdicts = new ArrayList<Verdict>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, CROWD)
                    .mapToObj(_ -> crowd.submit(() -> hashes.verify(RIVER, hash)))
                    .toList();
            for (var answer : answers) {
                verdicts.add(answer.get());
            }
        }
        assertThat(verdicts).contains(Verdict.RIGHT, Verdict.BUSY).doesNotContain(Verdict.WRONG);
        assertThat(hashes.verify(RIVER, hash)).as("the crowd has gone").isEqualTo(Verdict.RIGHT);
    }
}
