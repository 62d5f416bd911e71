// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/** Dates as their addresses serve them, and all of a team. */
public final class EventWriter {

    private EventWriter() {}

    /** One of them. */
    public static ObjectNode write(Event event) {
        return Wire.document(Contexts.event(), body(event));
    }

    /**
     * All of them, complete: nobody has to look up each.
     *
     * @param events no more than {@link CollectionWriter#PAGE_ITEMS}
     */
    public static ObjectNode collection(URI id, List<Event> events) {
        return CollectionWriter.complete(
                id, Contexts.event(), events.stream().map(EventWriter::body).toList());
    }

    private static ObjectNode body(Event event) {
        var body = Wire.typed("Event")
                .put("id", event.id().toString())
                .put("name", event.name())
                .put("startTime", Wire.seconds(event.start()))
                .put("url", event.page().toString())
                .put("attributedTo", event.group().toString())
                .put("published", Wire.seconds(event.announced()));
        body.set(
                "location",
                Wire.typed("VirtualLocation").put("url", event.page().toString()));
        Wire.audience(body, Audience.everybody(new ActorAddresses(event.group()).followers()));
        return body;
    }
}
