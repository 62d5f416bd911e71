// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;

import static java.util.Map.entry;

/** The contexts that come with the program; resources beside this class, with their licences. */
final class BundledContexts {

    private static final Map<String, String> RESOURCES = Map.ofEntries(
            entry("www.w3.org/ns/activitystreams", "activitystreams"),
            entry("w3id.org/security/v1", "security-v1"),
            entry("w3id.org/security/data-integrity/v1", "data-integrity-v1"),
            entry("w3id.org/security/data-integrity/v2", "data-integrity-v2"),
            entry("w3id.org/security/multikey/v1", "multikey-v1"),
            entry("www.w3.org/ns/cid/v1", "cid-v1"),
            entry("www.w3.org/ns/did/v1", "did-v1"),
            entry("w3id.org/identity/v1", "identity-v1"),
            entry("gotosocial.org/ns", "gotosocial"),
            entry("join-lemmy.org/context.json", "lemmy"),
            entry("joinmastodon.org/ns", "mastodon"),
            entry("purl.archive.org/socialweb/webfinger", "webfinger"),
            entry("purl.archive.org/socialweb/blocked", "blocked"),
            entry("purl.archive.org/miscellany", "miscellany"),
            entry("w3id.org/fep/5711", "fep-5711"),
            entry("w3id.org/fep/7aa9", "fep-7aa9"));

    private final Map<String, Document> loaded = new ConcurrentHashMap<>();

    /** The context at {@code address}, whichever of http and https and with or without {@code #} it is called by. */
    Optional<Document> find(URI address) {
        var place = address.toString().replaceFirst("^https?://", "").replaceFirst("#$", "");
        return Optional.ofNullable(RESOURCES.get(place))
                .map(name -> loaded.computeIfAbsent(name, BundledContexts::load));
    }

    private static Document load(String name) {
        try (var resource = BundledContexts.class.getResourceAsStream(name + ".json")) {
            if (resource == null) {
                throw new IllegalStateException("no context " + name);
            }
            return JsonDocument.of(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonLdError broken) {
            throw new IllegalStateException("context " + name, broken);
        }
    }
}
