// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built scripts and styles, by the name of their source. File names carry a hash of their content, so they may be
 * cached for ever. Immutable; any thread.
 *
 * <p>Built without the front end ({@code -Pno-web}) there is no manifest; pages then come without scripts and styles.
 */
public final class Assets {

    /** Where the files are served; below {@code META-INF/resources} on the class path. */
    public static final String BASE_PATH = "/assets/";

    private static final String MANIFEST = "/META-INF/resources/assets/.vite/manifest.json";

    private final JsonNode manifest;

    private Assets(JsonNode manifest) {
        this.manifest = manifest;
    }

    /** Reads the manifest of the build. */
    public static Assets load() {
        var mapper = JsonMapper.builder().build();
        try (var stream = Assets.class.getResourceAsStream(MANIFEST)) {
            return new Assets(stream == null ? mapper.createObjectNode() : mapper.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MANIFEST, e);
        }
    }

    /** Path of the file built from this source, as a list: empty without a front end. */
    public List<String> files(String source) {
        var entry = manifest.path(source);
        return entry.isMissingNode() ? List.of() : List.of(path(entry));
    }

    /** Paths of all scripts that the one built from this source needs to start; they are worth a preload. */
    public List<String> imports(String source) {
        Set<String> found = new LinkedHashSet<>();
        collectImports(manifest.path(source), found);
        return List.copyOf(found);
    }

    private void collectImports(JsonNode entry, Set<String> found) {
        for (var key : entry.path("imports")) {
            var imported = manifest.path(key.asString());
            if (found.add(path(imported))) {
                collectImports(imported, found);
            }
        }
    }

    private static String path(JsonNode entry) {
        return BASE_PATH + entry.path("file").asString();
    }
}
