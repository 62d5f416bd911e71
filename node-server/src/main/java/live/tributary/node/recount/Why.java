// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;

/** Why a card is where it is: as numbers that can be computed again, and as sentences (section 7). */
public final class Why {

    private Why() {}

    /** The numbers. The key alone is a text, as it can be greater than what browsers keep exactly. */
    public static ObjectNode json(Drawn card, Minute minute) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("snapshot", minute.toString());
        json.put("position", card.position());
        json.put("pool", card.pool());
        json.put("tier", card.tier());
        json.set("shared_tags", FilterJson.texts(card.sharedTags()));
        json.put("a", card.allowance());
        json.put("f", card.correction());
        json.put("r", card.relevance());
        json.put("w", card.weight());
        json.put("L", card.lot());
        json.put("key", Long.toString(card.key()));
        json.set("reason", FilterJson.texts(card.reasons()));
        return json;
    }

    /** The sentences, for a card of somebody's own draw or of the house draw. */
    public static String words(Drawn card, Nonce nonce) {
        var sentences = new ArrayList<String>();
        sentences.add(place(card));
        sentences.add(turn(card));
        if (card.reasons().contains("newcomer-cap")) {
            sentences.add("Nobody vouches for this team yet: newcomers share a part of the list.");
        }
        if (card.reasons().contains("allowance")) {
            sentences.add(
                    "The people of this team have been live for longer than counts in full, so it comes less often.");
        }
        sentences.add(
                nonce.equals(Nonce.HOUSE)
                        ? "The order was drawn by lot, this minute the same for everybody."
                        : "The order was drawn by lot for this session.");
        return String.join(" ", sentences);
    }

    private static String place(Drawn card) {
        var language = Locale.forLanguageTag(card.pool()).getDisplayName(Locale.ENGLISH);
        return card.sharedTags().isEmpty()
                ? "In %s.".formatted(language)
                : "In %s, tagged %s as you chose.".formatted(language, list(card.sharedTags()));
    }

    /** F is what was due by what was given: its inverse is the part of the fair share that was given. */
    private static String turn(Drawn card) {
        var share = Math.round(100 / Fixed.toDouble(card.correction()));
        if (card.reasons().contains("turn:behind")) {
            return "This team has had %d\u00a0%% of its fair share lately, so it is a little more likely."
                    .formatted(share);
        }
        if (card.reasons().contains("turn:ahead")) {
            return "This team has had %d\u00a0%% of its fair share lately, so it is a little less likely."
                    .formatted(share);
        }
        return "This team has had about its fair share lately.";
    }

    private static String list(List<String> tags) {
        int last = tags.size() - 1;
        return last == 0 ? tags.getFirst() : String.join(", ", tags.subList(0, last)) + " and " + tags.get(last);
    }
}
