// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import tools.jackson.databind.node.ObjectNode;

/**
 * A team asks another whether a raft of its viewers may come. Nothing in it is proven but who asks.
 *
 * @param raft which of the hand-off
 * @param size how many places are asked for
 * @param origin the Video that they leave
 * @param target the Video that they would go to
 * @param until when a yes comes too late
 */
public record TravelOffer(
        Travel.Raft raft, HandoffKind kind, TravelLane lane, int size, URI origin, URI target, Instant until) {

    /** Company is kept, and a small team is not flooded. */
    public static final int MOST_IN_A_RAFT = 25;

    private static final String TRAVEL = "Travel";

    /** The same, for another reason than it says. */
    public TravelOffer named(HandoffKind other) {
        return new TravelOffer(raft, other, lane, size, origin, target, until);
    }

    /** Empty for any other Offer, and for one that says less than is needed to answer it. */
    public static Optional<TravelOffer> read(Offer offer) {
        return switch (offer.object()) {
            case Reference.Link _ -> Optional.empty();
            case Reference.Embedded(var _, var travel) -> read(offer.envelope(), travel);
            case Reference.Anonymous(var travel) -> read(offer.envelope(), travel);
        };
    }

    private static Optional<TravelOffer> read(Envelope envelope, ObjectNode travel) {
        var document = envelope.document();
        var size = size(document);
        var kind = word(document, "handoffKind").flatMap(HandoffKind::of);
        var lane = word(document, "lane").flatMap(TravelLane::of);
        if (!Fields.types(travel).contains(TRAVEL) || size.isEmpty() || kind.isEmpty() || lane.isEmpty()) {
            return Optional.empty();
        }
        return Travel.Raft.read(document)
                .flatMap(raft -> Fields.link(travel.path("origin"))
                        .flatMap(origin -> Fields.link(travel.path("target"))
                                .flatMap(target -> Fields.time(document, "endTime")
                                        .map(until -> new TravelOffer(
                                                raft,
                                                kind.get(),
                                                lane.get(),
                                                (int) size.getAsLong(),
                                                origin,
                                                target,
                                                until)))));
    }

    private static OptionalLong size(ObjectNode document) {
        var size = Fields.number(Fields.term(document, "raftSize"));
        return size.isPresent() && size.getAsLong() >= 1 && size.getAsLong() <= MOST_IN_A_RAFT
                ? size
                : OptionalLong.empty();
    }

    private static Optional<String> word(ObjectNode document, String name) {
        return Fields.texts(Fields.term(document, name)).stream().findFirst();
    }
}
