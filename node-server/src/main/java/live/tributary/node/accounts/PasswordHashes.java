// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id, at most one computation per core at a time: each takes 19 MiB, and memory is the attack.
 *  <p>Whoever finds the queue full, or waits too long in it, is told "busy". Safe for any thread. */
final class PasswordHashes {

    /** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final int QUEUE_PER_COMPUTATION = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final int computations;
    private final Semaphore permits;
    // Compared against where nobody has the handle, so that the answer takes as long as for a wrong password.
    private final String hashOfNobody;

    enum Verdict {
        RIGHT,
        WRONG,
        BUSY
    }

    PasswordHashes(int computations) {
        this.computations = computations;
        this.permits = new Semaphore(computations, true);
        this.hashOfNobody = encode("a password that nobody has");
    }

    /** Empty where too many are waiting. */
    Optional<String> hash(Password password) {
        return whenFree(() -> encode(password.value()));
    }

    Verdict verify(Password password, String hash) {
        return whenFree(() -> argon2.matches(password.value(), hash))
                .map(right -> right ? Verdict.RIGHT : Verdict.WRONG)
                .orElse(Verdict.BUSY);
    }

    /** The work of a verification, for a handle that nobody has. */
    Verdict verifyNobody(Password password) {
        return verify(password, hashOfNobody) == Verdict.BUSY ? Verdict.BUSY : Verdict.WRONG;
    }

    private String encode(String password) {
        var encoded = argon2.encode(password);
        if (encoded == null) {
            throw new AssertionError("only a null password has no hash");
        }
        return encoded;
    }

    private <T> Optional<T> whenFree(Supplier<T> computation) {
        if (permits.getQueueLength() >= computations * QUEUE_PER_COMPUTATION || !acquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(computation.get());
        } finally {
            permits.release();
        }
    }

    private boolean acquire() {
        try {
            return permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
