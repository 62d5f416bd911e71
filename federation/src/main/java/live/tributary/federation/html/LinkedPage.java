// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.html;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jsoup.Jsoup;

import live.tributary.federation.vocab.WebAddress;

/**
 * A page of a stranger, as far as it matters where it leads.
 *
 * @param links absolute addresses, without what stands behind a {@code #}
 */
public record LinkedPage(Set<URI> links) {

    /** The most that is looked at, in characters. */
    public static final int LONGEST = 200_000;

    /** The most links that count. */
    public static final int MOST_LINKS = 500;

    public LinkedPage {
        links = Set.copyOf(links);
    }

    /**
     * Reads a page, however broken it is; what is beyond the limits is left out.
     *
     * @param address where it was found: its links may be relative
     */
    public static LinkedPage read(String html, URI address) {
        var whole = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        var page = Jsoup.parse(HtmlSanitizer.beforeTooManyTags(whole), address.toString());
        var links = new LinkedHashSet<URI>();
        page.select("a[href]").stream()
                .limit(MOST_LINKS)
                .map(link -> link.absUrl("href"))
                .flatMap(link -> WebAddress.parse(link.replaceFirst("#.*", "")).stream())
                .forEach(links::add);
        return new LinkedPage(links);
    }
}
