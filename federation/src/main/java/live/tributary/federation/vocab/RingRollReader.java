// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tolerant reader of what rings say: of too many members only the first count, of too long texts only the beginning. */
public final class RingRollReader {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private RingRollReader() {}

    /** The ring, if the document is one's list of members: it says whose it is, where people read it, and when it was made. */
    public static Optional<RingRoll> read(ObjectNode document) {
        return RemoteCollection.read(document)
                .flatMap(_ -> Fields.link(document.path("attributedTo")))
                .flatMap(ring -> Fields.link(document.path("url"))
                        .flatMap(page -> Fields.time(document, "updated")
                                .map(updated -> new RingRoll(
                                        ring,
                                        PlainText.line(Fields.text(document, "name"), RingRoll.LONGEST_NAME),
                                        charter(Fields.text(document, "content")),
                                        page,
                                        stewards(document),
                                        lanes(Fields.term(document, "lanes")),
                                        stops(document),
                                        updated))));
    }

    private static List<URI> stewards(ObjectNode document) {
        return Fields.links(Fields.term(document, "stewards")).stream()
                .limit(RingRoll.MOST_STEWARDS)
                .toList();
    }

    private static List<RingStop> stops(ObjectNode document) {
        return Stream.of("orderedItems", "items")
                .flatMap(name -> Fields.many(document.path(name)))
                .limit(RingRoll.MOST_STOPS)
                .flatMap(item -> Fields.link(item).map(address -> stop(item, address)).stream())
                .distinct()
                .toList();
    }

    private static RingStop stop(JsonNode item, URI address) {
        return item instanceof ObjectNode thing && Fields.types(thing).contains("Page")
                ? new RingStop.Site(address)
                : new RingStop.Team(address);
    }

    /** Its lines one by one: what turns the direction of writing in one of them must not reach the next. */
    private static String charter(String text) {
        var lines = LINE_END.splitAsStream(text)
                .map(line -> PlainText.line(line, RingRoll.LONGEST_CHARTER))
                .toList();
        var whole = String.join("\n", lines).strip();
        return whole.codePointCount(0, whole.length()) > RingRoll.LONGEST_CHARTER
                ? whole.substring(0, whole.offsetByCodePoints(0, RingRoll.LONGEST_CHARTER))
                : whole;
    }

    private static RingLanes lanes(JsonNode lanes) {
        var percent = Fields.many(lanes.has("@list") ? lanes.path("@list") : lanes)
                .limit(4)
                .mapToInt(each -> (int) Fields.number(each).orElse(0))
                .toArray();
        return percent.length == 3 && RingLanes.mayBe(percent[0], percent[1], percent[2])
                ? new RingLanes(percent[0], percent[1], percent[2])
                : RingLanes.USUAL;
    }
}
