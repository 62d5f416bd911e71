// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

import java.util.List;

import live.tributary.ingest.rtmp.amf.AmfValue;

/**
 * Metadata (7.1.2).
 *
 * @param timestamp unsigned 32-bit milliseconds
 */
public record DataMessage(long timestamp, List<AmfValue> values) implements RtmpMessage {
    public DataMessage {
        values = List.copyOf(values);
    }
}
