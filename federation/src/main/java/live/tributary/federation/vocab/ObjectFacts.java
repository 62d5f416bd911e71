// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * What all objects have; a text that is absent is empty.
 *
 * @param attributedTo its authors, the first one first; PeerTube and we name the Group there too
 * @param name plain text of a stranger
 * @param summary HTML of a stranger, a content warning at some: sanitise before showing
 * @param content HTML of a stranger: sanitise before showing
 * @param audience the Groups it was said to (FEP-1b12)
 * @param hashtags without {@code #}
 * @param mentions whom it names
 * @param document as it was received
 */
public record ObjectFacts(
        URI id,
        Set<URI> attributedTo,
        String name,
        String summary,
        String content,
        Set<URI> to,
        Set<URI> cc,
        Set<URI> audience,
        Map<ObjectLink, URI> links,
        boolean sensitive,
        List<String> hashtags,
        Set<URI> mentions,
        ObjectNode document) {

    public ObjectFacts {
        links = Map.copyOf(links);
    }

    /** Where it points. */
    public Optional<URI> link(ObjectLink which) {
        return Optional.ofNullable(links.get(which));
    }

    /** Whether everybody may see it. */
    public boolean isPublic() {
        return to.contains(ActivityStreams.PUBLIC) || cc.contains(ActivityStreams.PUBLIC);
    }

    /** When it says that it was made. */
    public Optional<Instant> published() {
        return Fields.time(document, "published");
    }

    /** When it says that it was changed. */
    public Optional<Instant> updated() {
        return Fields.time(document, "updated");
    }
}
