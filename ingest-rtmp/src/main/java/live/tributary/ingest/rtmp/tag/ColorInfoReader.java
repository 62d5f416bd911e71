// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;

import live.tributary.ingest.rtmp.AmfLimits;
import live.tributary.ingest.rtmp.RtmpTimestamp;
import live.tributary.ingest.rtmp.VideoColorInfo;
import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfProperties;
import live.tributary.ingest.rtmp.amf.AmfReader;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfValue;

/** The metadata packet of a video track (Enhanced RTMP, "Metadata Frame"): a name and an object, in AMF0. */
final class ColorInfoReader {
    private static final AmfString COLOR_INFO = new AmfString("colorInfo");

    private ColorInfoReader() {}

    static VideoColorInfo read(int track, RtmpTimestamp timestamp, ByteBuf body) {
        List<AmfValue> values = new AmfReader(AmfLimits.DEFAULTS).readAll(body);
        if (values.isEmpty() || !values.getFirst().equals(COLOR_INFO)) {
            throw Bytes.bad("has metadata other than colorInfo");
        }
        // An undefined value, or none, takes back what was said before.
        Map<String, Double> numbers = new HashMap<>();
        if (values.getLast() instanceof AmfProperties groups) {
            groups.properties().forEach((group, members) -> numbers(group, members, numbers));
        }
        return new VideoColorInfo(track, timestamp, numbers);
    }

    private static void numbers(String group, AmfValue members, Map<String, Double> numbers) {
        if (members instanceof AmfProperties object) {
            object.properties().forEach((name, value) -> {
                if (value instanceof AmfNumber(double number)) {
                    numbers.put(group + "." + name, number);
                }
            });
        }
    }
}
