// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** Pictures in a document. An Image's address is its {@code url}, which may itself be a Link. */
final class Pictures {

    private Pictures() {}

    /** The widest; without widths the last, as Lemmy takes it. */
    static Optional<URI> largest(JsonNode icons) {
        return Fields.many(icons)
                .filter(icon -> address(icon).isPresent())
                .reduce((best, next) -> width(next) >= width(best) ? next : best)
                .flatMap(Pictures::address);
    }

    private static Optional<URI> address(JsonNode icon) {
        return icon.isObject()
                ? Fields.link(icon.path("url")).or(() -> Fields.link(icon.path("href")))
                : Fields.link(icon);
    }

    private static long width(JsonNode icon) {
        return Fields.number(icon.path("width")).orElse(0);
    }
}
