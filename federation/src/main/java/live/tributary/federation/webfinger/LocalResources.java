// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.federation.signature.Origin;
import live.tributary.federation.webfinger.Resource.ById;
import live.tributary.federation.webfinger.Resource.Named;
import live.tributary.federation.webfinger.Resource.NotOurs;
import live.tributary.federation.webfinger.Resource.TheNode;

/** Reads the {@code resource} of a query to this node's WebFinger (RFC 7033, 4.1). Immutable. */
public final class LocalResources {

    private static final int MOST_CHARS = 2000;

    private static final Pattern PAGE = Pattern.compile("/@([^/@]+)/?");

    private final Origin us;

    /**
     * Reads queries to one node.
     *
     * @param publicAddress of this node, an http or https address
     */
    public LocalResources(URI publicAddress) {
        us = Origin.of(publicAddress)
                .orElseThrow(() -> new IllegalArgumentException("not on the web: " + publicAddress));
    }

    /** The handle under which this node's WebFinger knows a name. */
    public Handle handle(String name) {
        return new Handle(name, us.authority());
    }

    /**
     * Says what somebody asks about.
     *
     * @param text the parameter, percent-decoded once
     */
    public Resource parse(String text) {
        if (text.length() > MOST_CHARS) {
            return new NotOurs();
        }
        if (text.regionMatches(true, 0, "acct:", 0, "acct:".length())) {
            return Handle.parse(text)
                    .filter(handle -> handle.host().equals(us.authority()))
                    .<Resource>map(handle -> named(handle.name()))
                    .orElseGet(NotOurs::new);
        }
        return address(text).filter(this::isOurs).map(LocalResources::byAddress).orElseGet(NotOurs::new);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private boolean isOurs(URI address) {
        return address.getRawUserInfo() == null
                && Origin.of(address).filter(us::equals).isPresent();
    }

    private static Resource byAddress(URI address) {
        var path = address.getRawPath();
        if (address.getRawQuery() != null) {
            return new ById(address);
        }
        if (path.isEmpty() || path.equals("/")) {
            return new TheNode();
        }
        var page = PAGE.matcher(path);
        return page.matches() ? named(page.group(1)) : new ById(address);
    }

    private static Resource named(String name) {
        return new Named(name.toLowerCase(Locale.ROOT));
    }
}
