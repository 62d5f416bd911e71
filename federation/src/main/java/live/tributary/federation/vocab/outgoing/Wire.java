// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How values are spelled in the documents of this package. */
final class Wire {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Wire() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode typed(String type) {
        return object().put("type", type);
    }

    /** A document of its own: the context comes first, as in everybody's. */
    static ObjectNode document(ArrayNode context, ObjectNode body) {
        var document = object();
        document.set("@context", context);
        return document.setAll(body);
    }

    /** Always an array: PeerTube drops an activity whose audience is a single string. */
    static ArrayNode list(List<URI> addresses) {
        var list = JsonNodeFactory.instance.arrayNode();
        addresses.forEach(address -> list.add(address.toString()));
        return list;
    }

    static ArrayNode texts(List<String> texts) {
        var list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    static ArrayNode hashtags(List<Hashtag> hashtags) {
        var list = JsonNodeFactory.instance.arrayNode();
        hashtags.forEach(hashtag -> list.add(typed("Hashtag")
                .put("name", hashtag.name())
                .put("href", hashtag.href().toString())));
        return list;
    }

    static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** As PeerTube writes it. */
    static String milliseconds(Instant moment) {
        return MILLISECONDS.format(moment);
    }

    /** {@code PT<int>S}: PeerTube reads no other form of an ISO 8601 duration. */
    static String duration(Duration length) {
        return "PT%dS".formatted(length.toSeconds());
    }

    static ObjectNode picture(Picture picture) {
        return typed("Image")
                .put("mediaType", picture.mediaType())
                .put("url", picture.url().toString())
                .put("width", picture.width())
                .put("height", picture.height());
    }

    static ArrayNode pictures(List<Picture> pictures) {
        var list = JsonNodeFactory.instance.arrayNode();
        pictures.forEach(picture -> list.add(picture(picture)));
        return list;
    }

    static void audience(ObjectNode body, Audience audience) {
        body.set("to", list(audience.to()));
        body.set("cc", list(audience.cc()));
    }
}
