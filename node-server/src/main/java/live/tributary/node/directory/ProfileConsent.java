// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import live.tributary.federation.vocab.ActorType;
import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.WebAddress;

/**
 * How software consents that does not know the question, such as PeerTube and Owncast: by a link to the directory in the text or
 * the fields of a profile.
 */
final class ProfileConsent {

    /** Of a text; what stands further down is not read. */
    private static final int MOST_LETTERS = 20_000;

    private static final int MOST_FIELDS = 32;

    /** In HTML, in Markdown or as it is. */
    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s\"'<>()\\[\\]]{1,500}", Pattern.CASE_INSENSITIVE);

    private ProfileConsent() {}

    /**
     * Whether a profile says so. A person who links to a directory says nothing of being listed.
     *
     * @param names by which the directory can be named
     */
    static boolean isGiven(RemoteActor actor, Set<URI> names) {
        var pages = names.stream().map(ProfileConsent::plain).toList();
        return actor.listing().policy() == Listing.Policy.UNSAID
                && actor.type() != ActorType.PERSON
                && actor.document().path("discoverable").booleanValue(true)
                && links(actor).map(ProfileConsent::plain).anyMatch(pages::contains);
    }

    private static Stream<URI> links(RemoteActor actor) {
        var fields = actor.document().path("attachment");
        var said = Stream.concat(
                Stream.of(actor.summary(), actor.document().path("support").asString("")),
                fields.isArray()
                        ? fields.valueStream().limit(MOST_FIELDS).flatMap(ProfileConsent::texts)
                        : texts(fields));
        return said.flatMap(text -> links(text));
    }

    private static Stream<String> texts(JsonNode field) {
        return Stream.of(field.path("value").asString(""), field.path("href").asString(""));
    }

    private static Stream<URI> links(String text) {
        return LINK.matcher(text.substring(0, Math.min(text.length(), MOST_LETTERS)))
                .results()
                .map(MatchResult::group)
                .flatMap(link -> WebAddress.parse(link).stream());
    }

    /** Without what people add to an address when they write it down. */
    private static String plain(URI address) {
        var path = address.getRawPath() == null ? "" : address.getRawPath();
        return "%s://%s%s"
                .formatted(address.getScheme(), address.getRawAuthority(), path)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[/.,;:!]+$", "");
    }
}
