// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/** The pulse of a broadcast: our own terms, and Owncast's beside them, since they cost nothing. */
final class HeartbeatWriter {

    private HeartbeatWriter() {}

    static ObjectNode body(Heartbeat heartbeat) {
        var body = pulse("Offer", heartbeat, heartbeat.video(), heartbeat.published());
        body.put("arrivals", heartbeat.arrivals().word());
        OwncastTerms.write(body, new StreamNews.Live(heartbeat.teamName(), heartbeat.video()));
        return body;
    }

    static ObjectNode body(Departure departure) {
        var body = pulse("Leave", departure, departure.video(), departure.published());
        OwncastTerms.write(body, new StreamNews.Offline(departure.teamName()));
        return body;
    }

    private static ObjectNode pulse(String type, Outgoing activity, Video video, Instant published) {
        var body = ActivityWriter.envelope(type, activity)
                .put("object", video.id().toString())
                .put("published", Wire.seconds(published));
        LiveTerms.state(body, video.times());
        return body;
    }
}
