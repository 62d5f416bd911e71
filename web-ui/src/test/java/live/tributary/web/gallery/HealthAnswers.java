// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.web.page.Health;
import live.tributary.web.page.LastShow;

/** What the node's API says of a stream's health, for a page that was drawn with the same. */
final class HealthAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HealthAnswers() {}

    /** Members of an object, each with its comma. */
    static String of(Health health, LastShow last) {
        var written = new TreeMap<String, Object>();
        if (health instanceof Health.Measured measured) {
            written.put("health", health(measured));
            written.put("ladder", measured.ladder());
        }
        if (last instanceof LastShow.Kept kept) {
            written.put("last", last(kept));
        }
        var members = new StringBuilder();
        written.forEach((name, value) -> members.append("\"%s\":%s,".formatted(name, JSON.writeValueAsString(value))));
        return members.toString();
    }

    private static Map<String, Object> health(Health.Measured health) {
        return Map.of(
                "verdict", health.verdict(),
                "tiles", health.tiles().stream().map(HealthAnswers::tile).toList(),
                "history", history(health.history()),
                "setKilobits", health.setKilobits(),
                "stretches",
                        health.stretches().stream().map(HealthAnswers::stretch).toList(),
                "log", health.log().stream().map(HealthAnswers::entry).toList(),
                "viewers", health.viewers());
    }

    private static Map<String, Object> tile(Health.Tile tile) {
        return Map.of(
                "tile", tile.name(),
                "level", tile.level(),
                "value", tile.value(),
                "detail", tile.detail(),
                "values", tile.values());
    }

    private static Map<String, Object> history(Health.History history) {
        return Map.of(
                "until", history.until().toString(),
                "kilobitsPerSecond", history.kilobits(),
                "lostFrames", history.lostFrames(),
                "framesPerSecond", of(history, "frame-rate"),
                "keyFrameMillis", of(history, "key-frames"),
                "roundTripMillis", of(history, "round-trip"),
                "loudness", of(history, "sound"));
    }

    private static List<Integer> of(Health.History history, String tile) {
        return history.byTile().getOrDefault(tile, List.of());
    }

    private static Map<String, Object> stretch(Health.Stretch stretch) {
        return Map.of(
                "cause", stretch.cause(),
                "from", stretch.from().toString(),
                "to", stretch.to().toString());
    }

    private static Map<String, Object> entry(Health.Entry entry) {
        return Map.of(
                "at", entry.at().toString(),
                "event", entry.event(),
                "encoder", entry.encoder(),
                "seconds", entry.seconds());
    }

    private static Map<String, Object> last(LastShow.Kept kept) {
        var last = new TreeMap<String, Object>();
        last.put("openedAt", kept.openedAt().toString());
        last.put("endedAt", kept.endedAt().toString());
        last.put("goodSeconds", kept.goodSeconds());
        last.put("troubles", kept.troubles());
        last.put("bitsPerSecond", kept.bitsPerSecond());
        last.put("frames", kept.frames());
        last.put("missedFrames", kept.lostFrames());
        last.put("lateFrames", 0);
        last.put("leftOutFrames", 0);
        last.put("loudnessLufs", kept.lufs());
        last.put("players", kept.players());
        last.put("smoothPlayers", kept.smoothPlayers());
        return last;
    }
}
