// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.node.rings.Ring;
import live.tributary.node.rings.RingStretch;
import live.tributary.node.rings.Slug;

import static org.assertj.core.api.Assertions.assertThat;

final class RingBadgeTest {

    private static final URI PAGE = URI.create("https://node.example/ring/clay");

    @Test
    void showsTheNameAsItIsAndRunsNothing() {
        var badge = RingBadge.svg(named("<script>alert(1)</script>"), PAGE);
        assertThat(badge).doesNotContain("<script");
        assertThat(Jsoup.parse(badge, Parser.xmlParser()).select("title").text())
                .startsWith("<script>alert(1)");
    }

    @Test
    void leadsOnAndBack() {
        var links = Jsoup.parse(RingBadge.svg(named("The Clay Ring"), PAGE), Parser.xmlParser())
                .select("a");
        assertThat(links.eachAttr("href")).containsExactly(PAGE.toString(), PAGE + "/previous", PAGE + "/next");
    }

    @Test
    void cutsANameThatIsTooWide() {
        var badge = Jsoup.parse(RingBadge.svg(named("𝒜".repeat(60)), PAGE), Parser.xmlParser());
        assertThat(badge.select("title").text()).isEqualTo("𝒜".repeat(25) + "…");
    }

    private static RingStretch named(String name) {
        var actor = URI.create("https://node.example/ap/r/1");
        return new RingStretch(
                new Ring(
                        actor,
                        new Slug("clay"),
                        true,
                        URI.create(actor + "/inbox"),
                        name,
                        "",
                        PAGE,
                        List.of(),
                        RingLanes.USUAL,
                        Set.of(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of()),
                List.of());
    }
}
