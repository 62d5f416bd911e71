// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import live.tributary.federation.signature.Origin;
import live.tributary.federation.webfinger.JrdLink.Template;

/**
 * "Follow from your server": where a visitor's own server lets them follow somebody. Servers say so by an intent (FEP-3b86),
 * or by the older template of OStatus, which Mastodon and most others have.
 */
public final class RemoteFollow {

    private static final String INTENT = "https://w3id.org/fep/3b86/Follow";

    private static final String SUBSCRIBE = "http://ostatus.org/schema/1.0/subscribe";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

    private RemoteFollow() {}

    /**
     * The page to send the visitor to, if their server has one.
     *
     * @param visitor what their server says of them
     * @param actor whom they want to follow
     */
    public static Optional<URI> page(Jrd visitor, URI actor) {
        return Stream.concat(templates(visitor, INTENT), templates(visitor, SUBSCRIBE))
                .flatMap(template -> filled(template, actor).stream())
                .findFirst();
    }

    private static Stream<String> templates(Jrd visitor, String rel) {
        return visitor.links().stream()
                .filter(link -> link.rel().equals(rel))
                .filter(Template.class::isInstance)
                .map(link -> ((Template) link).template());
    }

    /** Only a page on the web: a browser would run "javascript:" as ours. */
    private static Optional<URI> filled(String template, URI actor) {
        var encoded = URLEncoder.encode(actor.toString(), StandardCharsets.UTF_8);
        var address = PLACEHOLDER
                .matcher(template.replace("{uri}", encoded).replace("{object}", encoded))
                .replaceAll("");
        try {
            var page = new URI(address);
            return Origin.of(page).isPresent() && address.contains(encoded) ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
