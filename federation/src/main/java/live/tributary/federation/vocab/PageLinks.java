// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where people read about a thing: of several addresses, the one that is said to be HTML. */
final class PageLinks {

    private PageLinks() {}

    static Optional<URI> of(ObjectNode document) {
        var url = document.path("url");
        return Fields.many(url)
                .filter(PageLinks::isHtml)
                .flatMap(link -> Fields.link(link).stream())
                .findFirst()
                .or(() -> Fields.link(url));
    }

    private static boolean isHtml(JsonNode link) {
        return link.path("mediaType").stringValue("").equals("text/html");
    }
}
