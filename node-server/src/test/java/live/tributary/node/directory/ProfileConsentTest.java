// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActorReader;

import static org.assertj.core.api.Assertions.assertThat;

final class ProfileConsentTest {

    private static final Set<URI> NAMES = Set.of(
            URI.create("https://roll.example/"),
            URI.create("https://roll.example/ap/actor"),
            URI.create("https://roll.example/directory"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://roll.example",
                "We are on https://roll.example/.",
                "<p><a href=\"https://Roll.example/directory/\">here</a></p>",
                "[a list](https://roll.example/directory?tag=pottery), too",
                "https://roll.example/ap/actor#x"
            })
    void aLinkInTheTextIsConsent(String summary) {
        assertThat(consents(actor -> actor.put("summary", summary))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "roll.example",
                "https://roll.example.evil.example/",
                "https://roll.example@evil.example/",
                "https://evil.example/https://roll.example/",
                "https://roll.example/directory/teams",
                "http://roll.example/"
            })
    void anythingElseIsNot(String summary) {
        assertThat(consents(actor -> actor.put("summary", summary))).isFalse();
    }

    @Test
    void aLinkInAFieldIsConsent() {
        assertThat(consents(actor -> actor.putArray("attachment")
                        .addObject()
                        .put("type", "PropertyValue")
                        .put("value", "<a href='https://roll.example/'>roll.example</a>")))
                .isTrue();
        assertThat(consents(actor -> actor.put("support", "https://roll.example/directory")))
                .isTrue();
    }

    @Test
    void whoSaysNoElsewhereOrIsAPersonDoesNotConsent() {
        Consumer<ObjectNode> link = actor -> actor.put("summary", "https://roll.example/");
        assertThat(consents(link.andThen(actor -> actor.put("discoverable", false))))
                .isFalse();
        assertThat(consents(link.andThen(actor -> actor.put("type", "Person")))).isFalse();
        assertThat(consents(link.andThen(actor -> actor.put("listing", "none"))))
                .isFalse();
    }

    @Test
    void onlyTheBeginningOfATextCounts() {
        assertThat(consents(actor -> actor.put("summary", "x".repeat(20_000) + " https://roll.example/")))
                .isFalse();
    }

    private static boolean consents(Consumer<ObjectNode> change) {
        var document = JsonMapper.shared()
                .createObjectNode()
                .put("type", "Service")
                .put("id", "https://pond.example/federation/user/pond")
                .put("inbox", "https://pond.example/federation/user/pond/inbox");
        change.accept(document);
        return ProfileConsent.isGiven(ActorReader.read(document).orElseThrow(), NAMES);
    }
}
