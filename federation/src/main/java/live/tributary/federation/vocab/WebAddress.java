// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses in strangers' documents. */
public final class WebAddress {

    /**
     * In ASCII, where a character of Chinese counts nine. Two of them have to fit into one key of an index of PostgreSQL, which
     * takes 2,704 bytes (its manual, 64.1, "B-Tree Indexes": a third of a page); what does not fit there is no refusal but a failure.
     */
    public static final int LONGEST = 1_000;

    private WebAddress() {}

    /**
     * An absolute http or https address with a host and without a user. What else may stand there ({@code acct:},
     * {@code did:}, {@code ap:}, relative references) is nothing that a node could look up.
     */
    public static Optional<URI> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(WebAddress::isUsable).filter(WebAddress::isShort);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isShort(URI address) {
        return address.toASCIIString().length() <= LONGEST;
    }

    private static boolean isUsable(URI address) {
        var scheme = address.getScheme();
        return scheme != null
                && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }
}
