// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.amf;

import java.util.List;

/** An array without names (2.12). */
public record AmfStrictArray(List<AmfValue> elements) implements AmfValue {
    public AmfStrictArray {
        elements = List.copyOf(elements);
    }
}
