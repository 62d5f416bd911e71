// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;

/** The list of a ring's members, with all that the ring says of itself: what is proven together stays together. */
public final class RingRollWriter {

    private RingRollWriter() {}

    /** The whole document, without its proof. */
    public static ObjectNode write(RingRoll roll) {
        var body = Wire.typed("OrderedCollection")
                .put("id", new ActorAddresses(roll.ring()).members().toString())
                .put("attributedTo", roll.ring().toString())
                .put("name", roll.name())
                .put("content", roll.charter())
                .put("mediaType", "text/plain")
                .put("url", roll.page().toString())
                .put("updated", Wire.seconds(roll.updated()));
        body.set("stewards", Wire.list(roll.stewards()));
        var lanes = roll.lanes();
        body.putArray("lanes").add(lanes.ring()).add(lanes.neighbour()).add(lanes.open());
        body.put("totalItems", roll.stops().size());
        stops(body, roll.stops());
        return Wire.document(Contexts.provableRing(), body);
    }

    private static void stops(ObjectNode body, List<RingStop> stops) {
        var items = body.putArray("orderedItems");
        stops.forEach(stop -> {
            switch (stop) {
                case RingStop.Team(var actor) -> items.add(actor.toString());
                case RingStop.Site(var page) -> items.add(Wire.typed("Page").put("id", page.toString()));
            }
        });
    }
}
