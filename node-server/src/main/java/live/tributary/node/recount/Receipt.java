// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.List;

import tools.jackson.databind.node.JsonNodeFactory;

import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;

/** What a visitor keeps of a page, to draw it again when the day's key is known (fairness, section 6). Signed by the directory, it
 *  proves what was shown.
 *  @param snapshot the hash of the minute's snapshot: a directory that later shows another one is found out
 *  @param page from 1
 *  @param order the page's cards */
public record Receipt(Minute minute, Hash snapshot, Nonce nonce, Filter filter, int page, List<Gid> order) {

    public Receipt {
        order = List.copyOf(order);
    }

    /** Of a page that was just drawn. */
    public static Receipt of(
            SignedDocument snapshot, Minute minute, Nonce nonce, Filter filter, int page, List<Drawn> cards) {
        var order = cards.stream().map(Drawn::gid).toList();
        return new Receipt(minute, snapshot.hash(), nonce, filter, page, order);
    }

    /** The bytes to sign. */
    public byte[] write() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("version", SnapshotJson.VERSION);
        json.put("snapshot", minute.toString());
        json.put("snapshot_hash", snapshot.hex());
        json.put("nonce", nonce.hex());
        json.set("filter", FilterJson.write(filter));
        json.put("page", page);
        json.set("order", FilterJson.gids(order));
        return CanonicalJson.write(json);
    }
}
