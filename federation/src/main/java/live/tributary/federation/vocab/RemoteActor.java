// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody elsewhere, as their document says; to be believed only when it was fetched from its own address. Its keys
 * are for {@code remote} to read.
 *
 * @param handle the part before the host; empty if it says none
 * @param name plain text, may be empty
 * @param summary HTML of a stranger: sanitise before showing
 * @param attributedTo who owns it, if it is a Group
 * @param alsoKnownAs what it says it is elsewhere; the other side must say the same (FEP-7628)
 * @param discoverable may be listed and recommended
 * @param indexable may be found by searching for words (FEP-5feb)
 */
public record RemoteActor(
        URI id,
        ActorType type,
        String handle,
        String name,
        String summary,
        URI inbox,
        Map<ActorLink, URI> links,
        Set<URI> attributedTo,
        Set<URI> alsoKnownAs,
        boolean discoverable,
        boolean indexable,
        Listing listing,
        ObjectNode document) {

    public RemoteActor {
        links = Map.copyOf(links);
    }

    /** Where the document points. */
    public Optional<URI> link(ActorLink which) {
        return Optional.ofNullable(links.get(which));
    }

    /** Where to send what is for everybody on its host. */
    public URI deliveryInbox() {
        return links.getOrDefault(ActorLink.SHARED_INBOX, inbox);
    }

    /**
     * Whether this directory may list it: it says so itself, in words that only our own kind of software has. Others consent by
     * a link in their profile, which is for the directory to look for.
     */
    public boolean admits(URI directory) {
        return discoverable && listing.admits(directory);
    }

    /** Whose viewers it lets in by hand-offs. */
    public Raids raids() {
        return Raids.read(Fields.texts(Fields.term(document, "raids")).stream());
    }

    /** The name for people: what it calls itself, else its handle. */
    public String displayName() {
        return name.isBlank() ? handle : name;
    }
}
