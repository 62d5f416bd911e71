// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * What all activities have. {@code bto} and {@code bcc} are not among it: nobody but their author may know them.
 *
 * @param audience the Groups it was said to (FEP-1b12)
 * @param document as it was received; a proof is checked over this
 */
public record Envelope(URI id, URI actor, Set<URI> to, Set<URI> cc, Set<URI> audience, ObjectNode document) {

    static Optional<Envelope> read(ObjectNode document) {
        return Fields.id(document)
                .flatMap(id -> Fields.link(document.path("actor"))
                        .map(actor -> new Envelope(
                                id,
                                actor,
                                Fields.links(document.path("to")),
                                Fields.links(document.path("cc")),
                                Fields.links(document.path("audience")),
                                document)));
    }

    /** Whether everybody may see it. */
    public boolean isPublic() {
        return to.contains(ActivityStreams.PUBLIC) || cc.contains(ActivityStreams.PUBLIC);
    }

    /** Whether {@code actor} is named in any of its addresses. */
    public boolean addresses(URI actor) {
        return to.contains(actor) || cc.contains(actor) || audience.contains(actor);
    }

    /** When it says that it was done. */
    public Optional<Instant> published() {
        return Fields.time(document, "published");
    }

    /** What our own software tells about a broadcast. */
    public Optional<LiveReport> live() {
        return LiveReport.read(document);
    }

    /** How many a team on air has room for, as its heartbeat says. */
    public Arrivals arrivals() {
        return Arrivals.read(Fields.texts(Fields.term(document, "arrivals")).stream());
    }

    /** What Owncast tells about its stream. */
    public Optional<OwncastReport> owncast() {
        return OwncastReport.read(document);
    }
}
