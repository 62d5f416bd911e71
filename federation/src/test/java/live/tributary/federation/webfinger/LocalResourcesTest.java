// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.signature.Origin;
import live.tributary.federation.webfinger.Resource.ById;
import live.tributary.federation.webfinger.Resource.Named;
import live.tributary.federation.webfinger.Resource.NotOurs;
import live.tributary.federation.webfinger.Resource.TheNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalResourcesTest {

    private final LocalResources resources = new LocalResources(URI.create("https://node.example/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acct:nightowls@node.example",
                "acct:NightOwls@Node.Example",
                "ACCT:nightowls@node.example",
                "acct:@nightowls@node.example",
                "https://node.example/@nightowls",
                "https://node.example/@NightOwls",
                "https://node.example/@nightowls/",
                "https://NODE.example:443/@nightowls",
            })
    void findsANameInAnyCase(String resource) {
        assertThat(resources.parse(resource)).isEqualTo(new Named("nightowls"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://node.example/ap/g/7f3a", "https://node.example/w/9c9de5e8", "https://node.example/?a=b"
            })
    void leavesIdsAsTheyAre(String resource) {
        assertThat(resources.parse(resource)).isEqualTo(new ById(URI.create(resource)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://node.example/", "https://node.example", "https://node.example:443/"})
    void theFrontPageIsTheNode(String resource) {
        assertThat(resources.parse(resource)).isEqualTo(new TheNode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nightowls",
                "acct:nightowls",
                "acct:nightowls@other.example",
                "acct:nightowls@node.example:8443",
                "acct:@node.example",
                "http://node.example/@nightowls",
                "https://other.example/@nightowls",
                "https://node.example:8443/@nightowls",
                "https://node.example@other.example/@nightowls",
                "https://ana@node.example/@nightowls",
                "https://node.example.other.example/",
                "mailto:nightowls@node.example",
                "//node.example/@nightowls",
                "https://node.example/%",
                "https:node.example",
            })
    void doesNotAnswerForOthers(String resource) {
        assertThat(resources.parse(resource)).isEqualTo(new NotOurs());
    }

    @Test
    void takesThePortOfATestServer() {
        var local = new LocalResources(URI.create("http://127.0.0.1:8080"));

        assertThat(local.parse("acct:nightowls@127.0.0.1:8080")).isEqualTo(new Named("nightowls"));
        assertThat(local.parse("http://127.0.0.1:8080/@nightowls")).isEqualTo(new Named("nightowls"));
        assertThat(local.handle("nightowls").acct()).isEqualTo("acct:nightowls@127.0.0.1:8080");
    }

    @Test
    void refusesAnAddressThatIsNotOnTheWeb() {
        var nowhere = URI.create("mailto:node.example");

        assertThatThrownBy(() -> new LocalResources(nowhere)).isInstanceOf(IllegalArgumentException.class);
    }

    @FuzzTest(maxDuration = "60s")
    void readsAnythingWithoutSpeakingForOthers(FuzzedDataProvider strangersBytes) {
        switch (resources.parse(strangersBytes.consumeRemainingAsString())) {
            case Named named -> assertThat(named.name()).isNotEmpty().doesNotContain("/", "@", "\n", " ");
            case ById id ->
                assertThat(Origin.of(id.id()).orElseThrow().authority()).isEqualTo("node.example");
            case TheNode _, NotOurs _ -> {}
        }
    }
}
