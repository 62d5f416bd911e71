// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.webfinger.JrdLink.Template;

import static org.assertj.core.api.Assertions.assertThat;

class RemoteFollowTest {

    private static final String SUBSCRIBE = "http://ostatus.org/schema/1.0/subscribe";
    private static final String INTENT = "https://w3id.org/fep/3b86/Follow";
    private static final URI GROUP = URI.create("https://node.example/ap/g/7f3a");
    private static final String ENCODED = "https%3A%2F%2Fnode.example%2Fap%2Fg%2F7f3a";

    @Test
    void sendsToThePageOfMastodon() {
        var visitor = jrd(new Template(SUBSCRIBE, "https://social.example/authorize_interaction?uri={uri}"));

        assertThat(RemoteFollow.page(visitor, GROUP))
                .contains(URI.create("https://social.example/authorize_interaction?uri=" + ENCODED));
    }

    @Test
    void prefersAnIntent() {
        var visitor = jrd(
                new Template(SUBSCRIBE, "https://social.example/old?uri={uri}"),
                new Template(INTENT, "https://social.example/follow?o={object}&on-success={on-success}"));

        assertThat(RemoteFollow.page(visitor, GROUP))
                .contains(URI.create("https://social.example/follow?o=" + ENCODED + "&on-success="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert('{uri}')",
                "data:text/html,{uri}",
                "/authorize?uri={uri}",
                "https://social.example/everybody",
                "https://social.example/{name}",
                "{uri}",
                "https://social.example/ {uri}",
            })
    void sendsNobodyToWhatIsNoPageForThisActor(String template) {
        assertThat(RemoteFollow.page(jrd(new Template(SUBSCRIBE, template)), GROUP))
                .isEmpty();
    }

    @Test
    void knowsWhereThereIsNone() {
        assertThat(RemoteFollow.page(jrd(new Template("other", "https://x.example/{uri}")), GROUP))
                .isEmpty();
    }

    private static Jrd jrd(JrdLink... links) {
        return new Jrd("acct:vera@social.example", List.of(), Stream.of(links).toList());
    }
}
