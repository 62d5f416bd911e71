// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import live.tributary.node.gate.Transport;
import live.tributary.node.kernel.Handle;
import live.tributary.web.page.EmbedFrame;

/** Whole addresses of the pages where a channel of this node is watched, as strangers write them. */
final class WatchAddresses {

    private static final Pattern PATH =
            Pattern.compile("/@([^/]+)/([^/]+)(?:/|" + Pattern.quote(EmbedFrame.SUFFIX) + ")?");

    private final String origin;

    /** @param root the node's own address, as people outside reach it */
    WatchAddresses(URI root) {
        this.origin = Transport.origin(root);
    }

    /** Of the right form; whether there is such a channel is another question. */
    record WatchAddress(Handle team, Handle member) {}

    /** Empty for any address that is not on this node, or not of that kind. */
    Optional<WatchAddress> parse(String url) {
        return uri(url).filter(address ->
                        address.getHost() != null && Transport.origin(address).equalsIgnoreCase(origin))
                .map(address -> PATH.matcher(address.getPath()))
                .filter(Matcher::matches)
                .flatMap(match -> Handle.parse(match.group(1))
                        .flatMap(team -> Handle.parse(match.group(2)).map(member -> new WatchAddress(team, member))));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
