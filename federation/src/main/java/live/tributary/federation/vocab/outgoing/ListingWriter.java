// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.Listing.Policy;
import live.tributary.federation.vocab.OpenSeat;

/** What a team says for directories. Whoever is not to be listed says nothing more than that. */
final class ListingWriter {

    private ListingWriter() {}

    static void write(ObjectNode body, GroupActor group) {
        var listing = group.listing();
        switch (listing.policy()) {
            case OPEN, INVITED -> facts(body.put("listing", word(listing.policy())), group);
            case NONE -> body.put("listing", word(listing.policy()));
            case UNSAID -> {}
        }
    }

    private static String word(Policy policy) {
        return switch (policy) {
            case OPEN -> "open";
            case INVITED -> "invited";
            case NONE -> "none";
            case UNSAID -> "";
        };
    }

    private static void facts(ObjectNode body, GroupActor group) {
        var listing = group.listing();
        if (!listing.listedAt().isEmpty()) {
            body.set("listedAt", Wire.list(List.copyOf(listing.listedAt())));
        }
        body.put("events", group.profile().addresses().events().toString());
        body.put("vouches", group.profile().addresses().vouches().toString());
        if (!listing.tags().isEmpty()) {
            // There is no page for each tag: it leads to the team.
            var page = group.profile().page();
            body.set(
                    "tag",
                    Wire.hashtags(listing.tags().stream()
                            .map(tag -> new Hashtag(tag, page))
                            .toList()));
        }
        texts(body, "languages", listing.languages());
        texts(body, "labels", listing.labels());
        text(body, "promise", listing.promise());
        if (!listing.seats().isEmpty()) {
            var seats = body.putArray("seats");
            listing.seats().forEach(seat -> seats.add(seat(seat)));
        }
    }

    private static ObjectNode seat(OpenSeat seat) {
        var body = Wire.object().put("role", seat.role());
        texts(body, "topics", seat.topics());
        texts(body, "languages", seat.languages());
        text(body, "hours", seat.hours());
        texts(body, "packs", seat.packs());
        text(body, "note", seat.note());
        return body.put("expires", Wire.seconds(seat.expires()));
    }

    private static void texts(ObjectNode body, String term, List<String> texts) {
        if (!texts.isEmpty()) {
            body.set(term, Wire.texts(texts));
        }
    }

    private static void text(ObjectNode body, String term, String text) {
        if (!text.isEmpty()) {
            body.put(term, text);
        }
    }
}
