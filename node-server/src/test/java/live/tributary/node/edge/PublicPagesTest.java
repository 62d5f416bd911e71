// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.PostgresExtension;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.fixtures.WebVisitor;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicPagesTest {

    private final RunningNode node;
    private final WebVisitor owner;
    private final WebVisitor stranger;

    PublicPagesTest(TestDatabase database) {
        node = RunningNode.start(database);
        House.on(node);
        stranger = new WebVisitor(node.web());
        owner = new WebVisitor(node.web());
        owner.logIn(House.OWNER, House.PASSWORD);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/@river",
                "/@river/ada",
                "/studio",
                "/studio/keys",
                "/studio/members",
                "/setup/stream",
                "/nothing"
            })
    void isAPageThatOurOwnPolicyLetsThrough(String path) {
        var page = owner.get(path).page();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.select("script:not([src], [type=application/ld+json])")).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("[src],link[href],a[href],form[action]"))
                .allSatisfy(element ->
                        assertThat(address(element)).startsWith(node.web().toString()));
    }

    @Test
    void aStrangerGetsNoCookieForLooking() {
        for (var path : new String[] {"/", "/@river", "/@river/ada"}) {
            assertThat(stranger.get(path).header("Set-Cookie")).as(path).isEmpty();
        }
        assertThat(stranger.cookies()).isEmpty();
    }

    @Test
    void theViewerPageIsOffAirAndLeadsHome() {
        var page = stranger.get("/@river/ada");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("River").contains("Ada");
        assertThat(stranger.get("/@river/live").goesTo()).isEqualTo("/@river");
        assertThat(stranger.get("/@river/nobody").status()).isEqualTo(404);
        assertThat(stranger.get("/@RIVER/ada").status()).isEqualTo(404);
    }

    @Test
    void thePlayerAloneIsTheSameForEverybodyAndMayBeFramed() {
        var embed = owner.get("/@river/ada/embed");
        assertThat(embed.status()).isEqualTo(200);
        assertThat(embed.header("Set-Cookie")).isEmpty();
        assertThat(embed.header("Content-Security-Policy").orElse("")).contains("frame-ancestors *;");
        assertThat(embed.body()).isEqualTo(stranger.get("/@river/ada/embed").body());
        assertThat(embed.page().select("tb-player").attr("data-start")).isEqualTo("waiting");
        assertThat(stranger.cookies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"?autoplay=1, playing", "?muted=1, silent", "?autoplay=1&muted=1, silent", "?autoplay=0, waiting"})
    void thePlayerAloneBeginsAsItsAddressSays(String query, String start) {
        var embed = stranger.get("/@river/ada/embed" + query);
        assertThat(embed.page().select("tb-player").attr("data-start")).isEqualTo(start);
        assertThat(embed.page().select("link[rel=canonical]").attr("href")).endsWith("/@river/ada");
    }

    @Test
    void aFrameSaysThatItsChannelIsNoMore() {
        for (var gone : new String[] {"/@river/nobody/embed", "/@RIVER/ada/embed", "/@river/live/embed"}) {
            var reply = stranger.get(gone);
            assertThat(reply.status()).as(gone).isEqualTo(404);
            assertThat(reply.page().select("h1").text()).isEqualTo("There is nothing here");
            assertThat(reply.header("Content-Security-Policy").orElse("")).contains("frame-ancestors *;");
        }
    }

    @Test
    void coloursAndMarkMayBeKept() {
        var brand = stranger.get("/brand.css?v=h30c14");
        assertThat(brand.header("Cache-Control").orElse("")).contains("immutable");
        assertThat(brand.body()).contains("--brand-h:30");
        assertThat(stranger.get("/brand.css?v=javascript").status()).isEqualTo(404);
        assertThat(stranger.get("/favicon.ico").header("Content-Type")).hasValue("image/svg+xml");
    }

    private String address(Element element) {
        for (var name : new String[] {"src", "href", "action"}) {
            if (element.hasAttr(name)) {
                return node.web().resolve(URI.create(element.attr(name))).toString();
            }
        }
        return "";
    }
}
