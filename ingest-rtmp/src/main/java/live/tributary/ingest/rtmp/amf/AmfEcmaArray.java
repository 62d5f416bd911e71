// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An ECMA array (2.10): names and values, as an object has them. The count on the wire is a hint nobody believes. */
public record AmfEcmaArray(Map<String, AmfValue> properties) implements AmfProperties, AmfValue {
    public AmfEcmaArray {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
