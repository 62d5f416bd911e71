// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import live.tributary.ingest.rtmp.RtmpTimestamp;
import live.tributary.ingest.rtmp.StreamMetadata;
import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfProperties;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfValue;

/** {@code onMetaData}, with or without the {@code @setDataFrame} that asks a server to keep it. */
final class MetadataReader {
    private static final AmfString SET_DATA_FRAME = new AmfString("@setDataFrame");
    private static final AmfString ON_METADATA = new AmfString("onMetaData");

    private final TagSink sink;

    MetadataReader(TagSink sink) {
        this.sink = sink;
    }

    /** Other data messages (cue points, text, time codes) say nothing we use. */
    void read(RtmpTimestamp timestamp, List<AmfValue> values) {
        int at = !values.isEmpty() && values.getFirst().equals(SET_DATA_FRAME) ? 1 : 0;
        if (values.size() > at + 1
                && values.get(at).equals(ON_METADATA)
                && values.get(at + 1) instanceof AmfProperties metadata) {
            sink.tag(metadata(timestamp, metadata));
        }
    }

    private static StreamMetadata metadata(RtmpTimestamp timestamp, AmfProperties metadata) {
        Map<String, Double> numbers = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        metadata.properties().forEach((name, value) -> {
            if (value instanceof AmfNumber(double number)) {
                numbers.put(name, number);
            } else if (value instanceof AmfString(String text)) {
                texts.put(name, AmfString.printable(text));
            }
        });
        return new StreamMetadata(timestamp, numbers, texts);
    }
}
