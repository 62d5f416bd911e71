// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.Listing.Policy;

/** A tolerant reader of what teams say for directories: of too many only the first count, of too long only the beginning. */
final class ListingReader {

    /** As the labels of all policy packs are spelled. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private ListingReader() {}

    static Listing read(ObjectNode actor) {
        return new Listing(
                policy(actor),
                directories(actor),
                tags(actor),
                languages(actor),
                labels(actor),
                line(actor, "promise", Listing.LONGEST_PROMISE),
                seats(actor));
    }

    private static Policy policy(ObjectNode actor) {
        Optional<String> said =
                Fields.texts(Fields.term(actor, "listing")).stream().findFirst();
        return said.map(word -> switch (word) {
                    case "open" -> Policy.OPEN;
                    case "invited" -> Policy.INVITED;
                    default -> Policy.NONE;
                })
                .orElse(Policy.UNSAID);
    }

    private static Set<URI> directories(ObjectNode actor) {
        return Fields.links(Fields.term(actor, "listedAt")).stream()
                .limit(Listing.MOST_DIRECTORIES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of a broadcast are read in the same way. */
    static List<String> tags(ObjectNode document) {
        return first(Listing.MOST_TAGS, Tags.hashtags(document).flatMap(tag -> ListingTag.parse(tag).stream()));
    }

    static List<String> labels(ObjectNode document) {
        var texts = Fields.texts(Fields.term(document, "labels")).stream();
        return first(Listing.MOST_LABELS, texts.filter(LABEL.asMatchPredicate()));
    }

    private static List<String> languages(ObjectNode document) {
        var texts = Fields.texts(Fields.term(document, "languages")).stream();
        return first(Listing.MOST_LANGUAGES, texts.flatMap(text -> LanguageTag.parse(text).stream()));
    }

    private static List<OpenSeat> seats(ObjectNode actor) {
        return Fields.many(Fields.term(actor, "seats"))
                .limit(Listing.MOST_SEATS)
                .flatMap(seat -> seat instanceof ObjectNode said ? seat(said).stream() : Stream.empty())
                .toList();
    }

    /** Without a role nobody is looked for, and without an end nobody knows until when. */
    private static Optional<OpenSeat> seat(ObjectNode seat) {
        var role = line(seat, "role", OpenSeat.LONGEST_ROLE);
        return Fields.time(Fields.term(seat, "expires"))
                .filter(_ -> !role.isEmpty())
                .map(expires -> new OpenSeat(
                        role,
                        topics(Fields.term(seat, "topics")),
                        languages(seat),
                        line(seat, "hours", OpenSeat.LONGEST_HOURS),
                        packs(Fields.term(seat, "packs")),
                        line(seat, "note", OpenSeat.LONGEST_NOTE),
                        expires));
    }

    private static List<String> topics(JsonNode topics) {
        return first(
                Listing.MOST_TAGS, Fields.texts(topics).stream().flatMap(topic -> ListingTag.parse(topic).stream()));
    }

    private static List<String> packs(JsonNode packs) {
        return first(
                OpenSeat.MOST_PACKS,
                Fields.texts(packs).stream()
                        .map(pack -> PlainText.line(pack, OpenSeat.LONGEST_PACK))
                        .filter(pack -> !pack.isEmpty()));
    }

    private static List<String> first(int most, Stream<String> words) {
        return words.distinct().limit(most).toList();
    }

    private static String line(ObjectNode document, String term, int most) {
        return Fields.texts(Fields.term(document, term)).stream()
                .map(text -> PlainText.line(text, most))
                .findFirst()
                .orElse("");
    }
}
