// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;

/** A page as somebody says that it was shown. A receipt gives the order alone, a page of the directory also the reasons. */
record ShownPage(Minute minute, String snapshotHash, Nonce nonce, Filter filter, int number, List<Card> cards) {

    /** A draw looks at everybody before the page: nobody reads on for so long. */
    private static final int MOST_PAGES = 10_000;

    private static final String NOT_SAID = "";

    static ShownPage read(byte[] bytes) {
        var whole = new Fields("the page", CanonicalJson.read(bytes));
        var json = whole.has("signed")
                ? new Fields(
                        "the receipt",
                        CanonicalJson.read(SignedDocument.read(bytes).content()))
                : whole;
        return new ShownPage(
                json.parsed("snapshot", Minute::parse),
                json.has("snapshot_hash") ? json.text("snapshot_hash") : NOT_SAID,
                json.parsed("nonce", Nonce::parse),
                FilterJson.read(json.object("filter")),
                number(json),
                cards(json));
    }

    /** Whether it is not said to be drawn from another snapshot of its minute. */
    boolean isOf(Snapshot snapshot) {
        return snapshotHash.equals(NOT_SAID)
                || snapshotHash.equals(Hash.of(SnapshotJson.write(snapshot)).hex());
    }

    private static int number(Fields json) {
        int number = json.number("page");
        if (number < 1 || number > MOST_PAGES) {
            throw new UnreadableException("There is no page %d.".formatted(number));
        }
        return number;
    }

    private static List<Card> cards(Fields json) {
        if (json.has("order")) {
            return FilterJson.gids(json, "order").stream()
                    .map(gid -> new Card(gid, MissingNode.getInstance()))
                    .toList();
        }
        return json.objects("cards").stream()
                .map(card -> new Card(
                        card.parsed("gid", Gid::parse), card.object("why").node()))
                .toList();
    }

    /** @param why missing where only the order was kept */
    record Card(Gid gid, JsonNode why) {

        boolean agrees(Drawn drawn, Minute minute) {
            return gid.equals(drawn.gid()) && (why.isMissingNode() || sameJson(why, Why.json(drawn, minute)));
        }

        private static boolean sameJson(JsonNode one, JsonNode other) {
            return Arrays.equals(CanonicalJson.write(one), CanonicalJson.write(other));
        }
    }
}
