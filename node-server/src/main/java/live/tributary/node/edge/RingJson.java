// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.rings.RingStretch;
import live.tributary.node.rings.RingStretch.OnAir;
import live.tributary.node.rings.RingStretch.Stop;

/** A ring for programs: who is in it, who is live, and the list of its members with the ring's proof. */
final class RingJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private RingJson() {}

    /** @param signed the list as the ring proves it (FEP-8b32); empty where there is none yet */
    static byte[] of(RingStretch stretch, String signed) {
        var ring = stretch.ring();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", ring.name())
                .put("ring", ring.actor().toString())
                .put("page", ring.page().toString())
                .put("charter", ring.charter())
                .put("live", stretch.live())
                .put("readAt", ring.readAt().toString());
        var members = body.putArray("members");
        stretch.stops().forEach(stop -> members.add(member(stop)));
        if (!signed.isEmpty()) {
            body.set("signed", MAPPER.readTree(signed));
        }
        return MAPPER.writeValueAsBytes(body);
    }

    private static ObjectNode member(Stop stop) {
        var member = stop.member();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", member.name())
                .put("page", member.page().toString())
                .put("live", stop.isLive());
        if (member.isTeam()) {
            body.put("actor", member.address().toString());
        }
        if (stop.isLive() && stop.air() instanceof OnAir.Live(var title, var page, var since, var _)) {
            body.put("title", title).put("watch", page.toString()).put("since", since.toString());
        }
        return body;
    }
}
