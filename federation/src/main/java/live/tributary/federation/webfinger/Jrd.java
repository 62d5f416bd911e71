// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import live.tributary.federation.webfinger.JrdLink.Typed;

/**
 * What a name stands for (RFC 7033, 4.4).
 *
 * @param subject the canonical {@code acct:}, which Mastodon and Lemmy compare; empty in metadata of a host
 */
public record Jrd(String subject, List<URI> aliases, List<JrdLink> links) {

    /** How answers are marked, without a charset. */
    public static final String MEDIA_TYPE = "application/jrd+json";

    static final String SELF = "self";

    static final String ACTIVITY_JSON = "application/activity+json";

    private static final String PROFILE_PAGE = "http://webfinger.net/rel/profile-page";

    /** FEP-d556: how the actor of a whole server is called, whatever its type. */
    static final String SERVER_ACTOR = "https://www.w3.org/ns/activitystreams#Service";

    public Jrd {
        aliases = List.copyOf(aliases);
        links = List.copyOf(links);
    }

    /**
     * A team or a person.
     *
     * @param actor its id, byte for byte: Mastodon refuses a name that "does not loop back"
     * @param page what a browser shows
     */
    public static Jrd ofActor(Handle handle, URI actor, URI page) {
        return new Jrd(
                handle.acct(),
                List.of(page, actor),
                List.of(new Typed(PROFILE_PAGE, "text/html", page), new Typed(SELF, ACTIVITY_JSON, actor)));
    }

    /** The node itself, under its own name and under {@code https://H/} (FEP-d556). */
    public static Jrd ofNode(Handle handle, URI actor, URI page) {
        var jrd = ofActor(handle, actor, page);
        var server = new Typed(SERVER_ACTOR, ACTIVITY_JSON, actor);
        return new Jrd(
                jrd.subject(),
                jrd.aliases(),
                Stream.concat(jrd.links().stream(), Stream.of(server)).toList());
    }

    /** Whose name it is. Pleroma links its actor twice, once in each media type of ActivityPub. */
    Stream<URI> actors() {
        return links.stream()
                .filter(link -> link.rel().equals(SELF))
                .filter(Typed.class::isInstance)
                .map(Typed.class::cast)
                .filter(link ->
                        link.type().startsWith(ACTIVITY_JSON) || link.type().startsWith("application/ld+json"))
                .map(Typed::href);
    }

    /** The document as it is served. */
    public byte[] bytes() {
        return JrdJson.write(this);
    }
}
