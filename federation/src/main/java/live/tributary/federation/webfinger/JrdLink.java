// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;

/** One link of a JRD (RFC 7033, 4.4.4). */
public sealed interface JrdLink {

    /** What the link leads to, as an address or a registered word. */
    String rel();

    /** A link that does not say what is there, as those to NodeInfo do. */
    record Plain(String rel, URI href) implements JrdLink {}

    /**
     * A link that says what is there.
     *
     * @param type a media type
     */
    record Typed(String rel, String type, URI href) implements JrdLink {}

    /**
     * A link that the reader completes.
     *
     * @param template an address with names in braces (RFC 6415, 3.1.1)
     */
    record Template(String rel, String template) implements JrdLink {}
}
