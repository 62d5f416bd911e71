// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class BundledContextsTest {

    private final BundledContexts contexts = new BundledContexts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.w3.org/ns/activitystreams",
                "http://www.w3.org/ns/activitystreams#",
                "https://w3id.org/security/v1",
                "https://w3id.org/security/data-integrity/v1",
                "https://w3id.org/security/data-integrity/v2",
                "https://w3id.org/security/multikey/v1",
                "https://www.w3.org/ns/cid/v1",
                "https://www.w3.org/ns/did/v1",
                "https://w3id.org/identity/v1",
                "https://gotosocial.org/ns",
                "https://join-lemmy.org/context.json",
                "http://joinmastodon.org/ns",
                "https://purl.archive.org/socialweb/webfinger",
                "https://purl.archive.org/socialweb/blocked",
                "https://purl.archive.org/miscellany",
                "https://w3id.org/fep/5711",
                "https://w3id.org/fep/7aa9"
            })
    void comeWithTheProgram(String address) {
        assertThat(contexts.find(URI.create(address)))
                .hasValueSatisfying(context -> assertThat(
                                context.getJsonContent().orElseThrow().asJsonObject())
                        .containsKey("@context"));
    }

    @Test
    void areAllThereAre() {
        assertThat(contexts.find(URI.create("https://akkoma.example/schemas/litepub-0.1.jsonld")))
                .isEmpty();
    }
}
