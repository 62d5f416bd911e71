// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import live.tributary.web.gallery.Frames;
import live.tributary.web.gallery.Gallery;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTest {

    private static final Pages PAGES = Pages.load();

    static Stream<Named<Page>> everyPage() {
        return Gallery.pages(Frames.plain()).entrySet().stream().map(PagesTest::named);
    }

    private static Named<Page> named(Map.Entry<String, Page> entry) {
        return Named.of(entry.getKey(), entry.getValue());
    }

    private static Document parse(Page page) {
        return Jsoup.parse(PAGES.render(page), page.frame().address().toString());
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void saysWhatItIs(Page page) {
        var document = parse(page);
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.title()).isNotBlank();
        assertThat(document.select("link[rel=canonical]").attr("href")).isEqualTo(canonical(page));
        assertThat(document.select("html").attr("lang")).isEqualTo("en");
        assertThat(document.select("main#main")).hasSize(1);
        // In a frame there is nothing before the content that could be skipped.
        assertThat(document.select("a.skip").eachAttr("href"))
                .isEqualTo(page.mayBeFramed() ? List.of() : List.of("#main"));
    }

    /** The player alone is no page of its own. */
    private static String canonical(Page page) {
        var address = page instanceof EmbedPage embed
                ? embed.watchAddress()
                : page.frame().address();
        return address.toString();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void labelsEveryField(Page page) {
        var document = parse(page);
        for (var field : document.select("input:not([type=hidden]), select, textarea")) {
            assertThat(hasLabel(document, field)).as(field.outerHtml()).isTrue();
        }
        for (var described : document.select("[aria-describedby], [aria-labelledby]")) {
            var ids = described.attr("aria-describedby") + " " + described.attr("aria-labelledby");
            assertThat(ids.strip().split(" ", -1))
                    .allSatisfy(
                            id -> assertThat(document.getElementById(id)).as(id).isNotNull());
        }
    }

    private static boolean hasLabel(Document document, Element field) {
        return field.hasAttr("aria-label")
                || field.closest("label") != null
                || !document.select("label[for=" + field.id() + "]").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void worksUnderAStrictPolicyAndAsksNobodyElse(Page page) {
        var document = parse(page);
        assertThat(document.select("[style], style")).isEmpty();
        // Data for search engines is not run, so the policy does not forbid it.
        assertThat(document.select("script:not([src], [type=application/ld+json])"))
                .isEmpty();
        for (var element : document.getAllElements()) {
            assertThat(element.attributes())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            for (var name : new String[] {"src", "href", "action", "poster"}) {
                assertThat(isOwn(page, element.attr(name)) || leadsToPeopleElsewhere(element))
                        .as(element.outerHtml())
                        .isTrue();
            }
        }
    }

    /** A link somebody may follow, which gives nothing away and earns nothing. Nothing is loaded from there. */
    private static boolean leadsToPeopleElsewhere(Element element) {
        return element.is("a[href^=https://][rel~=nofollow][rel~=noopener]");
    }

    private static boolean isOwn(Page page, String address) {
        return address.isEmpty()
                || address.startsWith("#")
                || (address.startsWith("/") && !address.startsWith("//"))
                || address.startsWith(page.frame().address().resolve("/").toString());
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void postsEveryFormWithItsToken(Page page) {
        for (var form : parse(page).select("form:not([method=dialog], [method=get])")) {
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.select("input[name=_csrf]").attr("value"))
                    .isEqualTo(page.frame().csrfToken());
            assertThat(form.select("button:not([type=button])"))
                    .as(form.outerHtml())
                    .isNotEmpty();
        }
    }

    /** What only asks stands in the address: it changes nothing, and the token would be seen there. */
    @ParameterizedTest
    @MethodSource("everyPage")
    void asksWithoutAToken(Page page) {
        for (var form : parse(page).select("form[method=get]")) {
            assertThat(form.attr("action")).startsWith("/");
            assertThat(form.select("input[name=_csrf]")).isEmpty();
            assertThat(form.select("button:not([type=button])")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void givesEachIdOnceAndLeavesNoArgumentOpen(Page page) {
        var document = parse(page);
        var seen = new HashSet<String>();
        assertThat(document.select("[id]")).allMatch(element -> seen.add(element.id()));
        assertThat(document.text()).doesNotContain("{").doesNotContain("}");
        assertThat(document.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("aria-"))
                        .map(Attribute::getValue))
                .noneMatch(value -> value.contains("{"));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void offersNoDeadButton(Page page) {
        // A button that only a script can serve stays hidden until its island is there.
        assertThat(parse(page).select("button[type=button]:not([hidden], [popovertarget])"))
                .isEmpty();
    }
}
