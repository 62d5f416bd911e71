// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;

/** A snapshot as it is published (fairness, section 6). */
public final class SnapshotJson {

    /** The version of the rules, in every document. */
    static final String VERSION = "fairturn/1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SnapshotJson() {}

    /** The bytes that are hashed and signed. */
    public static byte[] write(Snapshot snapshot) {
        var json = JSON.objectNode();
        json.put("version", VERSION);
        json.put("minute", snapshot.minute().toString());
        json.put("prev", snapshot.previous().hex());
        json.put("day_key", snapshot.dayKey().hex());
        json.put("next_day_key", snapshot.nextDayKey().hex());
        var caps = json.putObject("newcomer_caps");
        snapshot.newcomerCaps().forEach(caps::put);
        var groups = json.putArray("groups");
        snapshot.lines().forEach(line -> groups.add(line(line)));
        return CanonicalJson.write(json);
    }

    private static ObjectNode line(GroupLine line) {
        var json = JSON.objectNode();
        json.put("gid", line.gid().toString());
        json.put("hands", line.hands());
        json.put("vouched", line.vouched());
        json.set("tags", FilterJson.texts(line.tags()));
        json.set("labels", FilterJson.texts(line.labels()));
        var pools = json.putArray("pools");
        line.pools()
                .forEach(pool -> pools.addObject()
                        .put("lang", pool.language())
                        .put("a", pool.allowance())
                        .put("f", pool.correction()));
        return json;
    }

    /** Reads what {@link #write} writes, and nothing else: of what is signed there is only one form, so that nobody can hide a
     *  second snapshot behind the same content.
     *  @throws UnreadableException with a sentence */
    public static Snapshot read(byte[] bytes) {
        var json = new Fields("the snapshot", CanonicalJson.read(bytes));
        requireVersion(json);
        var snapshot = snapshot(json);
        if (!Arrays.equals(write(snapshot), bytes)) {
            throw new UnreadableException("The snapshot is not written in its one form.");
        }
        return snapshot;
    }

    private static Snapshot snapshot(Fields json) {
        try {
            return new Snapshot(
                    json.parsed("minute", Minute::parse),
                    json.parsed("prev", Hash::parse),
                    json.parsed("day_key", Hash::parse),
                    json.parsed("next_day_key", Hash::parse),
                    caps(json.object("newcomer_caps")),
                    json.objects("groups").stream().map(SnapshotJson::line).toList());
        } catch (IllegalArgumentException broken) {
            throw new UnreadableException("The snapshot breaks a rule: %s.".formatted(broken.getMessage()));
        }
    }

    static void requireVersion(Fields json) {
        if (!json.text("version").equals(VERSION)) {
            throw new UnreadableException("%s is not of version %s.".formatted(json.what(), VERSION));
        }
    }

    private static Map<String, Integer> caps(Fields json) {
        return json.node()
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, cap -> json.number(cap.getKey())));
    }

    private static GroupLine line(Fields json) {
        return new GroupLine(
                json.parsed("gid", Gid::parse),
                json.number("hands"),
                json.flag("vouched"),
                pools(json),
                json.texts("tags"),
                json.texts("labels"));
    }

    private static List<PoolLine> pools(Fields json) {
        return json.objects("pools").stream()
                .map(pool -> new PoolLine(pool.text("lang"), pool.number("a"), pool.number("f")))
                .toList();
    }
}
