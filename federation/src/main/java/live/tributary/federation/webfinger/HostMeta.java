// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import live.tributary.federation.webfinger.JrdLink.Template;

/**
 * Where this node's WebFinger is (RFC 6415). The place is fixed since RFC 7033; Mastodon still asks here when the fixed one
 * fails.
 */
public final class HostMeta {

    /** Of {@link #xrd()}. */
    public static final String XRD_MEDIA_TYPE = "application/xrd+xml";

    private final String template;

    /**
     * The metadata of one node.
     *
     * @param publicAddress of this node
     */
    public HostMeta(URI publicAddress) {
        template = publicAddress.resolve("/.well-known/webfinger") + "?resource={uri}";
    }

    /** {@code /.well-known/host-meta} */
    public byte[] xrd() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
                  <Link rel="lrdd" template="%s"/>
                </XRD>
                """.formatted(template).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code /.well-known/host-meta.json}, a JRD. */
    public byte[] json() {
        return new Jrd("", List.of(), List.of(new Template("lrdd", template))).bytes();
    }
}
