// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The classes that Mastodon and microformats give a meaning to; any other could call up a style of our page. */
final class Classes {

    private static final Pattern KNOWN =
            Pattern.compile("mention|hashtag|invisible|ellipsis|(?:h|p|u|dt|e)-[a-z0-9-]{1,40}");

    private Classes() {}

    static void filter(Document clean) {
        clean.select("[class]").forEach(Classes::filter);
    }

    private static void filter(Element element) {
        var kept = element.classNames().stream()
                .filter(name -> KNOWN.matcher(name).matches())
                .collect(Collectors.joining(" "));
        if (kept.isEmpty()) {
            element.removeAttr("class");
        } else {
            element.attr("class", kept);
        }
    }
}
