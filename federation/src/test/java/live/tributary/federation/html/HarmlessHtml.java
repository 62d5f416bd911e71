// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be left, written down a second time and looked at as a browser would. */
final class HarmlessHtml {

    private static final Set<String> TAGS = Set.of(
            "p",
            "br",
            "a",
            "span",
            "del",
            "s",
            "pre",
            "code",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "sub",
            "sup",
            "ul",
            "ol",
            "li",
            "blockquote",
            "ruby",
            "rt",
            "rp");

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href", "rel", "class"),
            "span", Set.of("class"),
            "ol", Set.of("start", "reversed"),
            "li", Set.of("value"));

    private HarmlessHtml() {}

    static void assertHarmless(String html) {
        var body = Jsoup.parse(html).body();
        assertThat(Jsoup.parse(html).head().childNodeSize()).isZero();
        body.getAllElements().stream().filter(element -> !element.equals(body)).forEach(HarmlessHtml::assertHarmless);
        body.forEachNode(node -> assertThat(node).isNotInstanceOfAny(Comment.class, DataNode.class));
    }

    private static void assertHarmless(Element element) {
        assertThat(TAGS).contains(element.tagName());
        assertThat(ATTRIBUTES.getOrDefault(element.tagName(), Set.of()))
                .containsAll(element.attributes().asList().stream()
                        .map(Attribute::getKey)
                        .toList());
        element.classNames()
                .forEach(
                        name -> assertThat(name).matches("mention|hashtag|invisible|ellipsis|(h|p|u|dt|e)-[a-z0-9-]+"));
        if (element.tagName().equals("a")) {
            assertThat(element.attr("href")).matches("(?is)https?://.*");
            assertThat(element.attr("rel")).isEqualTo("nofollow noopener ugc");
        }
    }
}
