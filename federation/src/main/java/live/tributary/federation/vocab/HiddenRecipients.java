// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** ActivityPub, 6: whom an author addressed in secret is taken out before anything is stored, shown or passed on. */
public final class HiddenRecipients {

    private static final Set<String> HIDDEN = Set.of("bto", "bcc");

    private HiddenRecipients() {}

    /** A copy of {@code document} without {@code bto} and {@code bcc}, at any depth. */
    public static ObjectNode removedFrom(ObjectNode document) {
        var copy = document.deepCopy();
        remove(copy);
        return copy;
    }

    private static void remove(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.remove(HIDDEN);
        }
        value.valueStream().filter(JsonNode::isContainer).forEach(HiddenRecipients::remove);
    }
}
