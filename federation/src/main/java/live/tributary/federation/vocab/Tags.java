// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

/** What a document is tagged with: words, and people. */
final class Tags {

    private Tags() {}

    /** In their order, without {@code #}. */
    static Stream<String> hashtags(ObjectNode document) {
        return of(document, "Hashtag")
                .map(tag -> Fields.text(tag, "name").replaceFirst("^#", ""))
                .filter(name -> !name.isEmpty());
    }

    static Set<URI> mentions(ObjectNode document) {
        var mentions = new LinkedHashSet<URI>();
        of(document, "Mention").forEach(tag -> Fields.link(tag.path("href")).ifPresent(mentions::add));
        return mentions;
    }

    private static Stream<ObjectNode> of(ObjectNode document, String type) {
        return Fields.many(document.path("tag"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(tag -> Fields.types(tag).contains(type));
    }
}
