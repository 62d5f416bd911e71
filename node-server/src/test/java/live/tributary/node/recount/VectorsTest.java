// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.LotVectors;
import live.tributary.node.fairturn.Snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/fairness/vectors.json}: what any other program that draws again can be tried with. */
final class VectorsTest {

    private static final Path FILE = Path.of("../docs/fairness/vectors.json");
    private static final Path MADE = Path.of("target/vectors.json");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void areWhatTheDrawMakes() throws Exception {
        var made = new String(CanonicalJson.write(vectors()), UTF_8).replace("{\"key\"", "\n{\"key\"") + "\n";
        Files.writeString(MADE, made);

        assertThat(Files.readString(FILE))
                .as("if the rules were meant to change: cp node-server/%s docs/fairness/", MADE)
                .isEqualTo(made);
    }

    @Test
    void showHowThePageAfterTheFirstGoesOn() {
        assertThat(vectors().path("draws").values())
                .allSatisfy(draw -> assertThat(draw.path("pages").path(3).path("cards"))
                        .isNotEmpty()
                        .allSatisfy(card -> assertThat(
                                        card.path("why").path("position").asInt())
                                .isGreaterThan(24)));
    }

    private static ObjectNode vectors() {
        var json = JSON.objectNode();
        json.put("version", SnapshotJson.VERSION);
        json.set("lots", lots());
        var draws = json.putArray("draws");
        for (int i = 0; i < 3; i++) {
            var any = new Any(i);
            var key = any.key();
            draws.add(draw(any, key, any.snapshot(30 + 20 * i, key)));
        }
        return json;
    }

    /** From seed and gid to the lot. */
    private static ArrayNode lots() {
        var lots = JSON.arrayNode();
        LotVectors.all()
                .forEach(vector -> lots.addObject()
                        .put("seed", vector.seed())
                        .put("gid", vector.gid())
                        .put("L", vector.lot()));
        return lots;
    }

    private static ObjectNode draw(Any any, DayKey key, Snapshot snapshot) {
        var json = JSON.objectNode();
        json.put("key", key.hex());
        json.set("snapshot", CanonicalJson.read(SnapshotJson.write(snapshot)));
        var pages = json.putArray("pages");
        IntStream.range(0, 3).forEach(_ -> pages.add(page(Served.any(any, snapshot, key, 1))));
        pages.add(page(Served.second(any, snapshot, key)));
        return json;
    }

    private static JsonNode page(Served served) {
        return CanonicalJson.read(served.json().getBytes(UTF_8));
    }
}
