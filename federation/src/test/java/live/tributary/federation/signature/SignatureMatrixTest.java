// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What we sign, we verify: each generation, method, shape of address and type of key, and how wrong a clock may be. */
final class SignatureMatrixTest {

    private static final List<String> ADDRESSES = List.of(
            "https://node.example/ap/inbox",
            "https://node.example/ap/inbox?page=2&min_id=0",
            "https://node.example/ap/inbox?",
            "https://node.example:8443/ap/inbox",
            "http://127.0.0.1:3000/ap/inbox?x",
            "https://node.example/%40nightowls/a%2Fb%20c?q=%C3%A9",
            "https://node.example//ap//inbox/",
            "https://node.example/ap/inbox/",
            "https://node.example");

    /** @param refusals none or one */
    record Skew(Duration signedLater, List<RefusalReason> refusals) {}

    private static final List<Skew> SKEWS = List.of(
            new Skew(Duration.ofMinutes(-70), List.of(RefusalReason.TOO_OLD)),
            new Skew(Duration.ofMinutes(-60), List.of()),
            new Skew(Duration.ofMinutes(55), List.of()),
            new Skew(Duration.ofMinutes(65), List.of(RefusalReason.IN_THE_FUTURE)));

    record Cell(SignatureForm form, String method, String address, KeyType key, Skew skew) {}

    static Stream<Cell> cells() {
        return Stream.of(SignatureForm.values())
                .flatMap(form -> Stream.of("GET", "POST")
                        .flatMap(method -> ADDRESSES.stream()
                                .flatMap(address -> Stream.of(KeyType.RSA, KeyType.ED25519)
                                        .flatMap(key -> SKEWS.stream()
                                                .map(skew -> new Cell(form, method, address, key, skew))))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void verifiesWhatItSignsIfTheClocksAgree(Cell cell) {
        var signedAt = Sample.NOW.plus(cell.skew().signedLater());
        var key = Keys.of(cell.key());
        var sent = new MessageSigner(() -> signedAt)
                .sign(Sample.request(cell.method(), cell.address()), key.as(Keys.KEY_ID), cell.form());
        var reading = Sample.read(asReceived(sent));
        if (reading instanceof Refused refused) {
            assertThat(cell.skew().refusals()).containsExactly(refused.reason());
            return;
        }
        assertThat(cell.skew().refusals()).isEmpty();
        var claim = Sample.claim(asReceived(sent));
        assertThat(claim.kind())
                .isEqualTo(cell.form() == SignatureForm.RFC9421 ? SignatureKind.RFC9421 : SignatureKind.CAVAGE);
        assertThat(claim.keyId()).isEqualTo(Keys.KEY_ID);
        assertThat(claim.signedAt()).isEqualTo(signedAt);
        assertThat(claim.verify(key.publicKey())).isInstanceOf(Verdict.Verified.class);
        var stranger = ActorKey.generate(KeyType.ED25519).publicKey();
        assertThat(claim.verify(stranger)).isInstanceOf(Refused.class);
    }

    /** A signature over an address counts for no other: nothing is decoded, tidied, or taken from what the sender says. */
    record Change(String signed, String received) {}

    static Stream<Change> changes() {
        return Stream.of(
                new Change("https://node.example/%40ana/inbox", "https://node.example/@ana/inbox"),
                new Change("https://node.example/%c3%a9", "https://node.example/%C3%A9"),
                new Change("https://node.example//ap/inbox", "https://node.example/ap/inbox"),
                new Change("https://node.example/ap/inbox/", "https://node.example/ap/inbox"),
                new Change("https://node.example/ap/inbox", "https://node.example/ap/other"),
                new Change("https://other.example/ap/inbox", "https://node.example/ap/inbox"),
                new Change("https://node.example:8443/ap/inbox", "https://node.example/ap/inbox"),
                new Change("https://node.example/ap/inbox?a=1", "https://node.example/ap/inbox?a=2"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesASignatureForAnotherAddress(Change change) {
        for (var form : List.of(SignatureForm.CAVAGE, SignatureForm.RFC9421)) {
            var sent = new MessageSigner(Sample.CLOCK)
                    .sign(Sample.request("POST", change.signed()), Keys.RSA.as(Keys.KEY_ID), form);
            var there = Sample.request("POST", change.received());
            var received = new HttpRequest("POST", there.origin(), there.target(), sent.headers(), sent.body());
            assertThat(Sample.claim(received).verify(Keys.RSA.publicKey()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.SIGNATURE_WRONG));
        }
    }

    /** The request as our server sees it: behind a proxy that puts its own name into Host. */
    private static HttpRequest asReceived(HttpRequest sent) {
        var address = URI.create(sent.origin().toString());
        var headers = sent.headers().with("Host", "10.0.0.7:8080").with("X-Forwarded-Host", "evil.example");
        return new HttpRequest(sent.method(), Origin.of(address).orElseThrow(), sent.target(), headers, sent.body());
    }
}
