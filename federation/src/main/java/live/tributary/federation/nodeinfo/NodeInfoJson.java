// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.nodeinfo;

import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.json.JsonLimits;
import live.tributary.federation.json.JsonReading.Parsed;
import live.tributary.federation.json.StrictJson;
import live.tributary.federation.nodeinfo.NodeInfo.Figure;

/** {@link NodeInfo} → its bytes, and a stranger's bytes → the little that we ask. */
public final class NodeInfoJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final StrictJson READER = new StrictJson(JsonLimits.FETCHED);

    private static final int MOST_CHARS = 100;

    private NodeInfoJson() {}

    /** Which software a server says it runs; a wish, not a proof (FEP-0151). */
    public static Optional<Software> software(byte[] body) {
        if (!(READER.read(body) instanceof Parsed(ObjectNode document))) {
            return Optional.empty();
        }
        var software = document.path("software");
        var name = software.path("name").asString("");
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Software(shown(name), shown(software.path("version").asString(""))));
    }

    /** The name of the one account of a server that has one, as Owncast tells it to its like; to be looked up. */
    static Optional<String> account(byte[] body) {
        return READER.read(body) instanceof Parsed(ObjectNode document)
                ? Optional.of(document.path("metadata")
                                .path("federation")
                                .path("username")
                                .asString(""))
                        .filter(name -> !name.isBlank())
                : Optional.empty();
    }

    /** Fit for a table of the operator's. */
    private static String shown(String text) {
        var plain = text.strip().replaceAll("\\p{C}", "");
        return plain.codePointCount(0, plain.length()) <= MOST_CHARS
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MOST_CHARS));
    }

    static byte[] write(NodeInfo node, NodeInfoSchema schema) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("version", schema.version());
        document.putObject("software").put("name", "tributary").put("version", node.version());
        document.putArray("protocols").add("activitypub");
        var services = document.putObject("services");
        services.putArray("inbound");
        services.putArray("outbound");
        document.put("openRegistrations", node.openRegistrations());
        var usage = document.putObject("usage");
        var users = usage.putObject("users");
        put(users, "total", node, Figure.USERS);
        put(users, "activeMonth", node, Figure.USERS_OF_A_MONTH);
        put(users, "activeHalfyear", node, Figure.USERS_OF_HALF_A_YEAR);
        put(usage, "localPosts", node, Figure.POSTS);
        metadata(document.putObject("metadata"), node);
        return MAPPER.writeValueAsBytes(document);
    }

    private static void metadata(ObjectNode metadata, NodeInfo node) {
        metadata.put("nodeName", node.name());
        metadata.put("nodeDescription", node.description());
        var staff = metadata.putArray("staffAccounts");
        node.staff().forEach(actor -> staff.add(actor.toString()));
        metadata.putObject("federation")
                .put("enabled", true)
                .put(
                        "mode",
                        switch (node.mode()) {
                            case OPEN -> "open";
                            case ALLOW_LIST -> "allowlist";
                        });
        var streaming = metadata.putObject("streaming");
        put(streaming, "groups", node, Figure.TEAMS);
        put(streaming, "liveNow", node, Figure.ON_AIR);
        streaming.putArray("protocols").add("hls").add("ll-hls");
    }

    private static void put(ObjectNode parent, String name, NodeInfo node, Figure figure) {
        var number = node.figures().get(figure);
        if (number != null) {
            parent.put(name, number);
        }
    }
}
