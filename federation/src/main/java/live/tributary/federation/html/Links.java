// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;

/** What became of links. */
final class Links {

    /**
     * A host that is one: {@code https:path} is a link within our own page to a browser (WHATWG URL, 4.4), and what
     * stands before an {@code @} poses as a host.
     */
    private static final Pattern ABROAD = Pattern.compile("(?is)https?://[^\\s/?#@\\\\]+(?:[/?#].*)?");

    private Links() {}

    /** A link that does not lead to another host is text. */
    static void tidy(Document clean) {
        clean.select("a").stream()
                .filter(link -> !ABROAD.matcher(link.attr("href")).matches())
                .forEach(Node::unwrap);
    }
}
