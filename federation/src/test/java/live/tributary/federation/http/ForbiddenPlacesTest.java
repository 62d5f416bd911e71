// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.http;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import live.tributary.federation.http.Outcome.Answered;
import live.tributary.federation.http.Outcome.NotResolvable;
import live.tributary.federation.http.Outcome.Refused;

import static org.assertj.core.api.Assertions.assertThat;

/** 127.0.0.1 stands for the internet here, and 127.0.0.2 for a neighbour that must never hear from us. */
class ForbiddenPlacesTest {

    private static final String OUTSIDE = "127.0.0.1";

    private static final String INSIDE = "127.0.0.2";

    private final StrangersServer server = StrangersServer.start(OUTSIDE, 0).document("/", "text/plain", "outside");
    private final RawServer neighbour = RawServer.start(
            INSIDE,
            server.port(),
            answer -> answer.write(RawServer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")));
    private final FakeNames names = new FakeNames();
    private final GuardedClient client =
            GuardedClient.open(new ClientOptions("test", AddressGuard.testLoopback(OUTSIDE + "/32")), names);
    private final Budget budget = Budget.ofOneActivity();

    @AfterEach
    void nobodyInsideHeardOfUs() throws IOException {
        client.close();
        server.close();
        neighbour.close();
        assertThat(neighbour.connections()).isZero();
    }

    @Test
    void goesWhereAllAddressesArePublic() {
        names.then("one.example", OUTSIDE);

        assertThat(get(on("one.example"))).isInstanceOf(Answered.class);
    }

    @Test
    void doesNotGoWhereANameLeadsInside() {
        names.then("inside.example", INSIDE);

        assertThat(get(on("inside.example"))).isEqualTo(new Refused(on("inside.example"), Refusal.FORBIDDEN_ADDRESS));
    }

    @Test
    void oneForbiddenAddressSpoilsTheOthers() {
        names.then("mixed.example", OUTSIDE, INSIDE);

        assertThat(get(on("mixed.example"))).isEqualTo(new Refused(on("mixed.example"), Refusal.FORBIDDEN_ADDRESS));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void connectsToWhatItCheckedHoweverTheNameTurns() {
        names.then("turning.example", OUTSIDE).then("turning.example", INSIDE);

        assertThat(get(on("turning.example"))).isInstanceOf(Answered.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void checksAgainWhenANameHasTurned() {
        server.on("/once", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(204, -1);
        });
        names.then("turning.example", OUTSIDE).then("turning.example", INSIDE);
        var address = URI.create("http://turning.example:%d/once".formatted(server.port()));

        assertThat(get(address)).isInstanceOf(Answered.class);
        assertThat(get(address)).isEqualTo(new Refused(address, Refusal.FORBIDDEN_ADDRESS));
    }

    @Test
    void followsNoRedirectToWhomItShuns() {
        names.then("shunned.example", OUTSIDE);
        server.redirect("/on", 302, on("shunned.example").toString());
        var options = new ClientOptions("test", AddressGuard.testLoopback(OUTSIDE + "/32"))
                .shunning(address -> address.getHost().equals("shunned.example"));

        try (var proud = GuardedClient.open(options, names)) {
            var get = new Get(server.at("/on"), "*/*", RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE);
            assertThat(proud.get(get, budget)).isEqualTo(new Refused(on("shunned.example"), Refusal.SHUNNED));
            var post = new Post(on("shunned.example"), "text/plain", new byte[0], RequestSigner.UNSIGNED);
            assertThat(proud.post(post)).isEqualTo(new Refused(on("shunned.example"), Refusal.SHUNNED));
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void doesNotFollowARedirectInside() {
        server.redirect("/in", 302, "http://%s:%d/".formatted(INSIDE, server.port()));

        assertThat(get(server.at("/in"))).isEqualTo(new Refused(neighbour.at("/"), Refusal.FORBIDDEN_ADDRESS));
    }

    @Test
    void doesNotFollowARedirectToANameThatLeadsInside() {
        names.then("inside.example", INSIDE);
        server.redirect("/in", 302, on("inside.example").toString());

        assertThat(get(server.at("/in"))).isEqualTo(new Refused(on("inside.example"), Refusal.FORBIDDEN_ADDRESS));
    }

    @Test
    void doesNotFollowARedirectOutOfTheWeb() {
        server.redirect("/file", 302, "file:///etc/passwd").redirect("/odd", 302, "http://%%%/");

        assertThat(get(server.at("/file")))
                .isEqualTo(new Refused(URI.create("file:///etc/passwd"), Refusal.NOT_AN_ADDRESS));
        assertThat(get(server.at("/odd"))).isEqualTo(new Refused(server.at("/odd"), Refusal.NOT_AN_ADDRESS));
    }

    @Test
    void doesNotPostInside() {
        var post = new Post(neighbour.at("/inbox"), "text/plain", new byte[] {1}, RequestSigner.UNSIGNED);

        assertThat(client.post(post)).isEqualTo(new Refused(post.address(), Refusal.FORBIDDEN_ADDRESS));
    }

    @Test
    void onTheInternetNothingIsEvenLookedUpForAnAddressThatIsRefused() {
        try (var strict = GuardedClient.open(new ClientOptions("test", AddressGuard.internet()), names)) {
            var get = new Get(server.at("/"), "text/plain", RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE);

            assertThat(strict.get(get, budget)).isEqualTo(new Refused(server.at("/"), Refusal.NOT_HTTPS));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void onTheInternetTheOwnMachineIsForbiddenByAnyName() {
        names.then("own.example", OUTSIDE);
        try (var strict = GuardedClient.open(new ClientOptions("test", AddressGuard.internet()), names)) {
            var address = URI.create("https://own.example/");
            var post = new Post(address, "text/plain", new byte[] {1}, RequestSigner.UNSIGNED);

            assertThat(strict.post(post)).isEqualTo(new Refused(address, Refusal.FORBIDDEN_ADDRESS));
        }
    }

    @Test
    void saysThatANameLeadsNowhere() {
        assertThat(get(on("nowhere.example"))).isEqualTo(new NotResolvable(on("nowhere.example")));
    }

    private URI on(String host) {
        return URI.create("http://%s:%d/".formatted(host, server.port()));
    }

    private Outcome get(URI address) {
        return client.get(new Get(address, "text/plain", RequestSigner.UNSIGNED, Redirects.TO_ANYWHERE), budget);
    }
}
