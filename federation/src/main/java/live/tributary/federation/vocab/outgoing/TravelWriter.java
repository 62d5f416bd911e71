// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

/** Hand-offs. What they are is in words of ActivityStreams, which raft in our own. */
final class TravelWriter {

    private TravelWriter() {}

    static ObjectNode body(OfferTravel offer) {
        var body = ActivityWriter.envelope("Offer", offer);
        body.set("object", travel(offer));
        raft(body, offer.passage());
        return body.put("published", Wire.seconds(offer.published()))
                .put("endTime", Wire.milliseconds(offer.until()))
                .put("handoffKind", offer.kind().word())
                .put("lane", offer.lane().word())
                .put("raftSize", offer.size());
    }

    static ObjectNode body(AcceptTravel accept) {
        return ActivityWriter.envelope("Accept", accept)
                .put("object", accept.offer().toString());
    }

    static ObjectNode body(RejectTravel reject) {
        return ActivityWriter.envelope("Reject", reject)
                .put("object", reject.offer().toString());
    }

    static ObjectNode body(UndoTravel undo) {
        var body = ActivityWriter.envelope("Undo", undo);
        body.set("object", body(undo.offer()));
        return body;
    }

    static ObjectNode body(SetOut travel) {
        var body = ActivityWriter.envelope("Travel", travel);
        passage(body, travel.passage());
        raft(body, travel.passage());
        return body;
    }

    static ObjectNode body(TravelReceipt receipt) {
        var body = ActivityWriter.envelope("Travel", receipt);
        passage(body, receipt.passage());
        raft(body, receipt.passage());
        body.set("result", Wire.typed("Collection").put("totalItems", receipt.arrived()));
        return body;
    }

    private static ObjectNode travel(OfferTravel offer) {
        // It needs no address, but PeerTube and others drop an activity without one wherever it stands.
        var travel = Wire.typed("Travel")
                .put("id", offer.id() + "#travel")
                .put("actor", offer.actor().toString());
        passage(travel, offer.passage());
        return travel;
    }

    private static void passage(ObjectNode body, Passage passage) {
        body.put("origin", passage.origin().toString())
                .put("target", passage.target().toString());
    }

    private static void raft(ObjectNode body, Passage passage) {
        body.put("handoff", passage.handoff().toString()).put("raft", passage.raft());
    }
}
