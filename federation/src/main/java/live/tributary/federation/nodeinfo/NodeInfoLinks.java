// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.federation.http.Origins;
import live.tributary.federation.webfinger.Jrd;
import live.tributary.federation.webfinger.JrdLink;
import live.tributary.federation.webfinger.JrdLink.Plain;
import live.tributary.federation.webfinger.JrdLink.Template;
import live.tributary.federation.webfinger.JrdLink.Typed;

/**
 * {@code /.well-known/nodeinfo}: where the documents are, and who the actor of the whole server is (FEP-2677, which PeerTube
 * follows when it is told to follow a server).
 */
public final class NodeInfoLinks {

    private static final String APPLICATION = "https://www.w3.org/ns/activitystreams#Application";

    private NodeInfoLinks() {}

    /**
     * The document as it is served.
     *
     * @param nodeActor id of this node's Application
     */
    public static byte[] of(URI publicAddress, URI nodeActor) {
        var documents = Stream.of(NodeInfoSchema.V2_0, NodeInfoSchema.V2_1)
                .map(schema -> link(schema.address(), publicAddress.resolve("/nodeinfo/" + schema.version())));
        var links = Stream.concat(documents, Stream.of(link(APPLICATION, nodeActor)));
        return new Jrd("", List.of(), links.toList()).bytes();
    }

    private static JrdLink link(String rel, URI href) {
        return new Plain(rel, href);
    }

    /** Where the newest document is that we understand; only on the server itself, which nobody else may describe. */
    static Optional<URI> document(Jrd links, URI server) {
        return Arrays.stream(NodeInfoSchema.values())
                .flatMap(schema -> hrefs(links, schema.address()))
                .filter(href -> Origins.same(href, server))
                .findFirst();
    }

    /** The actor of a whole server, if it names one of its own. */
    static Optional<URI> application(Jrd links, URI server) {
        return hrefs(links, APPLICATION)
                .filter(href -> Origins.same(href, server))
                .findFirst();
    }

    private static Stream<URI> hrefs(Jrd links, String rel) {
        return links.links().stream().filter(link -> link.rel().equals(rel)).flatMap(link -> switch (link) {
            case Plain plain -> Stream.of(plain.href());
            case Typed typed -> Stream.of(typed.href());
            case Template _ -> Stream.empty();
        });
    }
}
