// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents written with single quotes, so that they can be read in a test. */
final class Documents {

    private Documents() {}

    static ObjectNode of(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
