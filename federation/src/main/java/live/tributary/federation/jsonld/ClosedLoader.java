// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.net.URI;

import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.Json;

/**
 * Never asks the network. A context that does not come with the program says nothing: Pleroma and Akkoma name one of
 * their own host, and would be cut off if that were an error.
 */
final class ClosedLoader implements DocumentLoader {

    private final BundledContexts bundled;

    ClosedLoader(BundledContexts bundled) {
        this.bundled = bundled;
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) {
        return bundled.find(address).orElseGet(ClosedLoader::empty);
    }

    private static Document empty() {
        return JsonDocument.of(Json.createObjectBuilder()
                .add("@context", Json.createObjectBuilder())
                .build());
    }
}
