// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class LinkedPageTest {

    private static final URI HERE = URI.create("https://zine.example/about/");

    @Test
    void knowsWhereAPageLeads() {
        var page = LinkedPage.read(
                "<p><a href=/ring/clay#top>ring</a> <a href=https://node.example/ring/clay/next>on<a href='next'>x",
                HERE);
        assertThat(page.links())
                .containsExactlyInAnyOrder(
                        URI.create("https://zine.example/ring/clay"),
                        URI.create("https://node.example/ring/clay/next"),
                        URI.create("https://zine.example/about/next"));
    }

    @Test
    void takesNothingForALinkThatIsNone() {
        var page = LinkedPage.read(
                "<a href='javascript:alert(1)'>a</a><!-- <a href='https://node.example/'>b</a> --><p>https://node.example",
                HERE);
        assertThat(page.links()).isEmpty();
    }

    @Test
    void readsNoFurtherThanItsLimits() {
        var tooLong = "x".repeat(LinkedPage.LONGEST) + "<a href='https://node.example/'>far</a>";
        assertThat(LinkedPage.read(tooLong, HERE).links()).isEmpty();
        assertThat(LinkedPage.read("<div>".repeat(20_000) + "<a href='https://node.example/'>", HERE)
                        .links())
                .isEmpty();
    }
}
