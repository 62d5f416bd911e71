// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActorReader;
import live.tributary.federation.vocab.RemoteActor;

import static org.assertj.core.api.Assertions.assertThat;

/** What is taken of a ring elsewhere before it has proven anything. */
final class RingLookTest {

    @Test
    void aRingHasItsPageAndItsInboxOnItsOwnServer() {
        var own = ring("https://moss.example/ring/moss", "https://moss.example/ap/r/1/inbox");
        assertThat(RingLook.isRing(own)).isTrue();
        assertThat(RingLook.page(own)).isEqualTo(URI.create("https://moss.example/ring/moss"));
        var lure = ring("https://evil.example/ring/moss", "https://moss.example/ap/r/1/inbox");
        assertThat(RingLook.page(lure)).isEqualTo(lure.id());
        assertThat(RingLook.isRing(ring("https://moss.example/ring/moss", "https://evil.example/inbox")))
                .isFalse();
    }

    @Test
    void aRingGoesOnWithOneOther() {
        var others = Stream.of("fern", "oak", "reed").map(name -> "https://%s.example/ap/r/1".formatted(name));
        assertThat(RingLook.former(moss(others.toArray(String[]::new))))
                .containsExactly(URI.create("https://fern.example/ap/r/1"));
        assertThat(RingLook.former(moss())).isEmpty();
    }

    /** @param former rings that it says it goes on with */
    static RemoteActor moss(String... former) {
        var page = "https://moss.example/ring/moss";
        return ring(page, "https://moss.example/ap/r/1/inbox", former);
    }

    private static RemoteActor ring(String page, String inbox, String... former) {
        var document = """
                {"@context":"https://www.w3.org/ns/activitystreams","type":"Service","id":"https://moss.example/ap/r/1",
                 "preferredUsername":"moss","url":"%s","inbox":"%s","outbox":"https://moss.example/ap/r/1/outbox",
                 "members":"https://moss.example/ap/r/1/members"}""".formatted(page, inbox);
        var actor = JsonMapper.shared().readValue(document, ObjectNode.class);
        Stream.of(former).forEach(actor.putArray("alsoKnownAs")::add);
        return ActorReader.read(actor).orElseThrow();
    }
}
