// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is live in a directory, as its JSON Feed 1.1 says: the addresses of their broadcasts, to be looked up there. */
final class LiveFeed {

    /** As many as a directory has on a page. */
    static final int MOST = 24;

    static final int MOST_BYTES = 256 * 1024;

    private LiveFeed() {}

    /** Whatever cannot be read counts as nothing. */
    static List<URI> videos(byte[] body) {
        if (body.length > MOST_BYTES) {
            return List.of();
        }
        try {
            return JsonMapper.shared()
                    .readTree(body)
                    .path("items")
                    .valueStream()
                    .limit(MOST)
                    .flatMap(item -> address(item.path("id")).stream())
                    .distinct()
                    .toList();
        } catch (JacksonException noJson) {
            return List.of();
        }
    }

    private static Optional<URI> address(JsonNode id) {
        try {
            return Optional.of(new URI(id.asString(""))).filter(uri -> uri.isAbsolute() && uri.getHost() != null);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
