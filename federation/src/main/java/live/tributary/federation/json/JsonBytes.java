// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tree → the bytes that are signed, stored and sent: UTF-8, no white space, members in the order of the tree. */
public final class JsonBytes {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonBytes() {}

    /** The same tree always gives the same bytes. */
    public static byte[] of(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }
}
