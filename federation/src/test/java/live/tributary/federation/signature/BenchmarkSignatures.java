// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * CPU of signing a request and of reading and verifying it, in microseconds each, for every generation and type of key, with a
 * body of 3 KiB. Run on purpose: {@code ./mvnw -pl federation test -Dtest=BenchmarkSignatures -Dexcluded.test.groups=}.
 */
@Tag("benchmark")
final class BenchmarkSignatures {

    private static final int BLOCKS = 9;
    private static final int ROUNDS = 500;

    record Contest(SignatureForm form, KeyType key) {}

    static Stream<Contest> contests() {
        return Stream.of(SignatureForm.CAVAGE, SignatureForm.RFC9421)
                .flatMap(form -> Stream.of(KeyType.RSA, KeyType.ED25519).map(key -> new Contest(form, key)));
    }

    @ParameterizedTest
    @MethodSource("contests")
    void signsAndVerifies(Contest contest) {
        var plain = Sample.request("POST", "https://node.example/ap/inbox");
        var request = new HttpRequest("POST", plain.origin(), plain.target(), plain.headers(), new byte[3 * 1024]);
        var key = Keys.of(contest.key());
        var signer = new MessageSigner(Sample.CLOCK);
        var signed = signer.sign(request, key.as(Keys.KEY_ID), contest.form());
        report(contest + " sign", () -> signer.sign(request, key.as(Keys.KEY_ID), contest.form()));
        report(contest + " read", () -> Sample.read(signed));
        report(
                contest + " read and verify",
                () -> assertThat(Sample.claim(signed).verify(key.publicKey())).isInstanceOf(Verdict.Verified.class));
    }

    private static void report(String what, Runnable work) {
        List<Double> microseconds = new ArrayList<>();
        var threads = ManagementFactory.getThreadMXBean();
        for (int block = 0; block < BLOCKS; block++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int round = 0; round < ROUNDS; round++) {
                work.run();
            }
            microseconds.add((threads.getCurrentThreadCpuTime() - before) / 1e3 / ROUNDS);
        }
        double median = microseconds.stream().sorted().toList().get(BLOCKS / 2);
        PrintStream out = System.out;
        out.printf("%s: median %.1f µs of CPU, %.0f per second and core%n", what, median, 1e6 / median);
        assertThat(median).isPositive();
    }
}
