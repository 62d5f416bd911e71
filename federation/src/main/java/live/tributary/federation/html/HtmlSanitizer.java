// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import java.nio.charset.StandardCharsets;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A stranger's HTML → HTML that can stand in a page of ours: text, emphasis, lists, links. No pictures, no styles, no
 * scripts, nothing that loads. Sanitise before storing; the page's content policy is the second lock.
 *
 * <p>Immutable; used by any number of threads.
 */
public final class HtmlSanitizer {

    /** The most that goes in, in characters, and comes out, in bytes of UTF-8. What is beyond is cut off. */
    public static final int LONGEST = 50_000;

    /**
     * The most tags that are looked at, opening and closing; what follows is cut off. Thousands inside one another take
     * a parser a time that grows with their square.
     */
    public static final int MOST_TAGS = 2_000;

    /** Mail addresses are left out: nobody needs them in a post, and harvesters love them. */
    private static final String[] SCHEMES = {"http", "https"};

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    private final Cleaner cleaner = new Cleaner(allowed());

    /** The harmless part of {@code html}; empty if there is none. */
    public String sanitize(String html) {
        var dirty = Jsoup.parseBodyFragment(beforeTooManyTags(cut(html, LONGEST)));
        flattenHeadings(dirty);
        var clean = cleaner.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        Links.tidy(clean);
        Classes.filter(clean);
        var result = clean.body().html();
        return result.getBytes(StandardCharsets.UTF_8).length <= LONGEST ? result : PlainText.escape(text(clean));
    }

    /** A post's headings must not take part in the outline of our page. */
    private static void flattenHeadings(Document dirty) {
        dirty.select(HEADINGS).forEach(heading -> heading.tagName("strong").after("<br>"));
    }

    /** Short enough to stay within the limit even if every character is escaped, or four bytes long. */
    private static String text(Document clean) {
        return cut(clean.body().text(), LONGEST / PlainText.LONGEST_ESCAPE);
    }

    static String beforeTooManyTags(String html) {
        var tag = -1;
        for (int tags = 0; tags <= MOST_TAGS; tags++) {
            tag = html.indexOf('<', tag + 1);
            if (tag < 0) {
                return html;
            }
        }
        return html.substring(0, tag);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static Safelist allowed() {
        return new Safelist()
                .addTags("p", "br", "a", "span", "del", "s", "pre", "code", "em", "strong", "b", "i", "u", "sub", "sup")
                .addTags("ul", "ol", "li", "blockquote", "ruby", "rt", "rp")
                .addAttributes("a", "href", "rel", "class")
                .addAttributes("span", "class")
                .addAttributes("ol", "start", "reversed")
                .addAttributes("li", "value")
                .addProtocols("a", "href", SCHEMES)
                .addEnforcedAttribute("a", "rel", "nofollow noopener ugc");
    }
}
