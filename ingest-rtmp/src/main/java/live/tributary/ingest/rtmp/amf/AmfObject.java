// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object (2.5) or typed object (2.18), in the order of the wire.
 *
 * @param className empty for an anonymous object
 */
public record AmfObject(String className, Map<String, AmfValue> properties) implements AmfProperties, AmfValue {
    public AmfObject {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** An object without a class. */
    public static AmfObject of(Map<String, AmfValue> properties) {
        return new AmfObject("", properties);
    }
}
