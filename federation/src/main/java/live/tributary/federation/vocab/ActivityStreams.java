// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** Names that the specifications fixed. */
public final class ActivityStreams {

    /** The namespace, and the context that every document names (ActivityStreams 2.0, 2.1). */
    public static final String NAMESPACE = "https://www.w3.org/ns/activitystreams";

    /** Everybody (ActivityPub, 5.6). */
    public static final URI PUBLIC = URI.create(NAMESPACE + "#Public");

    /** The type of every answer and every post. Without a charset: Lemmy compares it as text. */
    public static final String MEDIA_TYPE = "application/activity+json";

    /** The namespace of our own terms. They are defined in each document; its address is never named as a context. */
    public static final String TRIBUTARY = "https://w3id.org/tributary/ns#";

    /** The namespace of Owncast, whose terms are members named by their whole IRI. */
    public static final String OWNCAST = "https://owncast.online/ns#";

    private ActivityStreams() {}
}
