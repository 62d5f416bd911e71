// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody elsewhere did, one thing after the other, chosen by chance; and the same as it may arrive. */
final class History {

    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    private final Random chance;
    private final String root;
    private final URI team;
    private final URI video;
    private final List<ObjectNode> activities = new ArrayList<>();
    private int serial;

    private History(long seed, String root, URI team, URI video) {
        this.chance = new Random(seed);
        this.root = root;
        this.team = team;
        this.video = video;
    }

    /** The same deeds for the same seed, under whatever root. */
    static List<ObjectNode> of(long seed, String root, URI team, URI video) {
        var history = new History(seed, root, team, video);
        history.person("ann");
        return history.activities;
    }

    /** In another order, some of them twice. */
    static List<ObjectNode> asItArrives(long seed, List<ObjectNode> history) {
        var chance = new Random(seed + 1);
        var arrivals = new ArrayList<>(history);
        history.stream().filter(_ -> chance.nextInt(4) == 0).forEach(arrivals::add);
        Collections.shuffle(arrivals, chance);
        return arrivals;
    }

    private void person(String name) {
        for (int deed = chance.nextInt(2); deed < 5; deed++) {
            switch (chance.nextInt(5)) {
                case 0 -> tie("Follow", name, team);
                case 1 -> tie("Like", name, video);
                case 2 -> tie("Announce", name, video);
                case 3 -> tie("Block", name, team);
                default -> answer(name);
            }
        }
        if (chance.nextInt(6) == 0) {
            add("Delete", name).put("object", actor(name));
        }
    }

    private void tie(String type, String name, URI object) {
        var made = add(type, name).put("object", object.toString());
        if (chance.nextBoolean()) {
            var undo = add("Undo", name);
            if (chance.nextBoolean()) {
                undo.set("object", made.deepCopy());
            } else {
                undo.set("object", made.path("id").deepCopy());
            }
        }
    }

    private void answer(String name) {
        var note = JsonMapper.shared()
                .createObjectNode()
                .put("type", "Note")
                .put("id", root + "/notes/" + ++serial)
                .put("attributedTo", actor(name))
                .put("inReplyTo", video.toString())
                .put("content", "<p>first</p>")
                .put("published", "2026-11-25T10:00:00Z")
                .put("to", PUBLIC);
        add("Create", name).set("object", note);
        for (int version = chance.nextInt(3); version > 0; version--) {
            var changed = note.deepCopy()
                    .put("content", "<p>version %d</p>".formatted(chance.nextInt(100)))
                    .put("updated", "2026-11-25T1%d:00:00Z".formatted(chance.nextInt(9)));
            add("Update", name).set("object", changed);
        }
        if (chance.nextInt(3) == 0) {
            add("Delete", name).set("object", note.path("id").deepCopy());
        }
    }

    private String actor(String name) {
        return root + "/users/" + name;
    }

    private ObjectNode add(String type, String name) {
        var activity = JsonMapper.shared()
                .createObjectNode()
                .put("@context", "https://www.w3.org/ns/activitystreams")
                .put("type", type)
                .put("id", root + "/activities/" + ++serial)
                .put("actor", actor(name))
                .put("to", PUBLIC);
        activities.add(activity);
        return activity;
    }
}
