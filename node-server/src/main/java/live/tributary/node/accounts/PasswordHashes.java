// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id, at most one computation per core at a time: each takes 19 MiB, and memory is the attack.
 *  <p>Whoever finds the queue full, or waits too long in it, is told "busy". Safe for any thread that may block. */
final class PasswordHashes implements AutoCloseable {

    /** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final int QUEUE_PER_COMPUTATION = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    // Platform threads: on virtual ones a few computations would occupy every carrier, and with them every request.
    private final ExecutorService computations;

    // Compared against where nobody has the handle, so that the answer takes as long as for a wrong password.
    private final String hashOfNobody;

    enum Verdict {
        RIGHT,
        WRONG,
        BUSY
    }

    /** @param atATime computations, each on a thread of its own */
    PasswordHashes(int atATime) {
        this.computations = new ThreadPoolExecutor(
                atATime,
                atATime,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(atATime * QUEUE_PER_COMPUTATION),
                Thread.ofPlatform().daemon().name("argon2-", 1).factory());
        this.hashOfNobody = encode("a password that nobody has");
    }

    /** Empty where too many are waiting. */
    Optional<String> hash(Password password) {
        return compute(() -> encode(password.value()));
    }

    Verdict verify(Password password, String hash) {
        return compute(() -> argon2.matches(password.value(), hash))
                .map(right -> right ? Verdict.RIGHT : Verdict.WRONG)
                .orElse(Verdict.BUSY);
    }

    /** The work of a verification, for a handle that nobody has. */
    Verdict verifyNobody(Password password) {
        return verify(password, hashOfNobody) == Verdict.BUSY ? Verdict.BUSY : Verdict.WRONG;
    }

    @Override
    public void close() {
        computations.close();
    }

    private String encode(String password) {
        var encoded = argon2.encode(password);
        if (encoded == null) {
            throw new AssertionError("only a null password has no hash");
        }
        return encoded;
    }

    private <T> Optional<T> compute(Callable<T> computation) {
        try {
            return await(computations.submit(computation));
        } catch (RejectedExecutionException queueFull) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> await(Future<T> result) {
        try {
            return Optional.of(result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            result.cancel(false);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a password could not be computed", failure.getCause());
        }
    }
}
