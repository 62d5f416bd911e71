// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.io.PrintStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.fixtures.bench.CallCost;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * CPU of signing a request and of reading and verifying it, in microseconds each, for every generation and type of key, with a
 * body of 3 KiB: {@code ./tributary bench signatures}.
 */
@Tag("benchmark")
final class BenchmarkSignatures {

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
        PrintStream out = System.out;
        out.printf("%s: %s µs of CPU%n", what, CallCost.micros(ROUNDS, work));
    }
}
