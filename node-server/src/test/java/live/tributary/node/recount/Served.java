// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.fairturn.Snapshot;

/** A page as a directory serves it in JSON, of any kind. */
record Served(Snapshot snapshot, Nonce nonce, Filter filter, int number, List<Drawn> cards) {

    static Served any(Any any, Snapshot snapshot, DayKey key, int number) {
        var nonce = any.nonce();
        var filter = any.filter(snapshot);
        var cards = new Draw(snapshot, filter, key.seed(nonce, snapshot.minute())).page(number);
        return new Served(snapshot, nonce, filter, number, cards);
    }

    /** The page after the first, of a filter under which there is one. */
    static Served second(Any any, Snapshot snapshot, DayKey key) {
        return Stream.generate(() -> any(any, snapshot, key, 2))
                .limit(1_000)
                .filter(page -> !page.cards().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    static PublishedSnapshot publish(Snapshot snapshot, KeyPair keys) {
        return new PublishedSnapshot(SignedDocument.sign(SnapshotJson.write(snapshot), keys), snapshot);
    }

    String json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("snapshot", snapshot.minute().toString());
        json.put("snapshot_hash", Hash.of(SnapshotJson.write(snapshot)).hex());
        json.put("nonce", nonce.hex());
        json.set("filter", FilterJson.write(filter));
        json.put("page", number);
        var list = json.putArray("cards");
        cards.forEach(card ->
                list.addObject().put("gid", card.gid().toString()).set("why", Why.json(card, snapshot.minute())));
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
    }

    Receipt receipt() {
        var order = cards.stream().map(Drawn::gid).toList();
        return new Receipt(snapshot.minute(), Hash.of(SnapshotJson.write(snapshot)), nonce, filter, number, order);
    }
}
