// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.Map;
import java.util.Optional;

/** Names and values: encoders send either of the two kinds for the same purpose. */
public sealed interface AmfProperties permits AmfObject, AmfEcmaArray {

    Map<String, AmfValue> properties();

    /** The text of this name, if it is one. */
    default Optional<String> text(String name) {
        return properties().get(name) instanceof AmfString(String value) ? Optional.of(value) : Optional.empty();
    }
}
