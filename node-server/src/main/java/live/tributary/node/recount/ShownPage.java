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

/** A page as somebody says that it was shown. A receipt gives the order alone, a page of the directory also the reasons.
 *  @param snapshot the hash of the snapshot that it was drawn from */
record ShownPage(
        Signer signer, Minute minute, Hash snapshot, Nonce nonce, Filter filter, int number, List<Card> cards) {

    /** A draw looks at everybody before the page: nobody reads on for so long. */
    private static final int MOST_PAGES = 10_000;

    private static final String ORDER = "order";
    private static final String CARDS = "cards";

    static ShownPage read(byte[] bytes) {
        var whole = new Fields("the page", CanonicalJson.read(bytes));
        return whole.has("signed")
                ? receipt(SignedDocument.read(bytes))
                : page(new Signer.Nobody(), whole, whole.has(ORDER) ? order(whole) : cards(whole));
    }

    /** A receipt has one form, and what is signed is that form: readers could understand another one differently. */
    private static ShownPage receipt(SignedDocument document) {
        var json = new Fields("the receipt", CanonicalJson.read(document.content()));
        var page = page(new Signer.Key(document.key()), json, order(json));
        if (!Arrays.equals(page.receipt().write(), document.content())) {
            throw new UnreadableException("The receipt is not written in its one form.");
        }
        return page;
    }

    private Receipt receipt() {
        var order = cards.stream().map(Card::gid).toList();
        return new Receipt(minute, snapshot, nonce, filter, number, order);
    }

    private static ShownPage page(Signer signer, Fields json, List<Card> cards) {
        return new ShownPage(
                signer,
                json.parsed("snapshot", Minute::parse),
                json.parsed("snapshot_hash", Hash::parse),
                json.parsed("nonce", Nonce::parse),
                FilterJson.read(json.object("filter")),
                number(json),
                cards);
    }

    private static int number(Fields json) {
        int number = json.number("page");
        if (number < 1 || number > MOST_PAGES) {
            throw new UnreadableException("There is no page %d.".formatted(number));
        }
        return number;
    }

    private static List<Card> order(Fields json) {
        SnapshotJson.requireVersion(json);
        if (json.has(CARDS)) {
            throw new UnreadableException("A page has an order or cards, and not both.");
        }
        return FilterJson.gids(json, ORDER).stream()
                .map(gid -> new Card(gid, MissingNode.getInstance()))
                .toList();
    }

    private static List<Card> cards(Fields json) {
        return json.objects(CARDS).stream()
                .map(card -> new Card(
                        card.parsed("gid", Gid::parse), card.object("why").node()))
                .toList();
    }

    /** Who answers for it. */
    sealed interface Signer {

        /** Whoever has the other half of this key.
         *  @param hex as in {@link SignedDocument} */
        record Key(String hex) implements Signer {}

        record Nobody() implements Signer {}
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
