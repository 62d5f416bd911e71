// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.webfinger.JrdLink.Plain;
import live.tributary.federation.webfinger.JrdLink.Template;
import live.tributary.federation.webfinger.JrdLink.Typed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class JrdTest {

    private static final Handle NIGHT_OWLS = new Handle("nightowls", "node.example");
    private static final URI GROUP = URI.create("https://node.example/ap/g/7f3a");
    private static final URI PAGE = URI.create("https://node.example/@nightowls");

    @Test
    void saysWhoATeamIs() {
        assertThat(Jrd.ofActor(NIGHT_OWLS, GROUP, PAGE).bytes()).asString(UTF_8).isEqualTo("""
                        {"subject":"acct:nightowls@node.example",\
                        "aliases":["https://node.example/@nightowls","https://node.example/ap/g/7f3a"],\
                        "links":[{"rel":"http://webfinger.net/rel/profile-page","type":"text/html",\
                        "href":"https://node.example/@nightowls"},\
                        {"rel":"self","type":"application/activity+json","href":"https://node.example/ap/g/7f3a"}]}""");
    }

    @Test
    void saysWhoTheNodeIsInBothWays() {
        var handle = new Handle("node.example", "node.example");
        var actor = URI.create("https://node.example/ap/actor");

        var jrd = Jrd.ofNode(handle, actor, URI.create("https://node.example/"));

        assertThat(jrd.subject()).isEqualTo("acct:node.example@node.example");
        assertThat(jrd.links())
                .contains(
                        new Typed("self", "application/activity+json", actor),
                        new Typed("https://www.w3.org/ns/activitystreams#Service", "application/activity+json", actor));
    }

    @Test
    void readsWhatItWrites() {
        var jrd = new Jrd(
                "acct:ana@node.example",
                List.of(PAGE, GROUP),
                List.of(
                        new Plain("a", PAGE),
                        new Typed("b", "text/html", PAGE),
                        new Template("c", "https://x.example/?u={uri}")));

        assertThat(JrdJson.read(jrd.bytes())).contains(jrd);
    }

    @Test
    void leavesOutWhatItDoesNotUnderstand() {
        var read = JrdJson.read("""
                {"subject":7,"aliases":["https://ok.example/",5,"%%"],"expires":"never","properties":{"a":null},
                 "links":[null,"self",{"rel":"self"},{"rel":"self","href":"%%"},{"rel":["self"],"href":"https://a.example/"},
                          {"rel":"self","type":null,"href":"https://b.example/"},
                          {"rel":"https://w3id.org/fep/3b86/Follow","href":"https://c.example/?u={object}"}]}
                """.getBytes(UTF_8));

        assertThat(read)
                .contains(new Jrd(
                        "",
                        List.of(URI.create("https://ok.example/")),
                        List.of(
                                new Plain("", URI.create("https://a.example/")),
                                new Plain("self", URI.create("https://b.example/")),
                                new Template("https://w3id.org/fep/3b86/Follow", "https://c.example/?u={object}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"self\"", "{", "<XRD/>", "{\"a\":1,\"a\":2}"})
    void readsNothingElse(String body) {
        assertThat(JrdJson.read(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void tellsWhereWebFingerIs() {
        var meta = new HostMeta(URI.create("https://node.example/"));

        assertThat(meta.xrd()).asString(UTF_8).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
                  <Link rel="lrdd" template="https://node.example/.well-known/webfinger?resource={uri}"/>
                </XRD>
                """);
        assertThat(meta.json()).asString(UTF_8).isEqualTo("""
                {"links":[{"rel":"lrdd","template":"https://node.example/.well-known/webfinger?resource={uri}"}]}""");
    }

    @FuzzTest(maxDuration = "60s")
    void readsAnythingOnceLikeTwice(byte[] strangersBytes) {
        var jrd = JrdJson.read(strangersBytes);

        assertThat(jrd.flatMap(read -> JrdJson.read(read.bytes()))).isEqualTo(jrd);
        assertThat(jrd.flatMap(read -> RemoteFollow.page(read, GROUP)).map(URI::getHost))
                .isNotEqualTo(Optional.of(""));
    }
}
