// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfObject;
import live.tributary.ingest.rtmp.amf.AmfStrictArray;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfValue;
import live.tributary.ingest.rtmp.message.Command;
import live.tributary.ingest.rtmp.message.RtmpMessage;
import live.tributary.ingest.rtmp.message.SetChunkSize;
import live.tributary.ingest.rtmp.message.SetPeerBandwidth;
import live.tributary.ingest.rtmp.message.StreamBegin;
import live.tributary.ingest.rtmp.message.WindowAcknowledgementSize;

/** All we say to a {@code connect}: the rules of the connection, and what we can carry. */
final class ConnectAnswer {
    /** Large, so that acknowledgements stay rare on a road that carries megabits. */
    static final long WINDOW_BYTES = 2_500_000;

    /** FFmpeg takes over our chunk size for its own output, and the number of chunks is what costs most to read. */
    private static final int CHUNK_BYTES = 65_536;

    private static final List<String> VIDEO = List.of("avc1", "hvc1", "av01", "vp09");
    private static final List<String> AUDIO = List.of("mp4a", "Opus", "fLaC", "ac-3", "ec-3", ".mp3");

    /** FourCcInfoMask (Enhanced RTMP v2): we can decode (1) and forward (4), but not encode (2). */
    private static final AmfNumber DECODE_AND_FORWARD = new AmfNumber(1 | 4);

    /** CapsExMask (Enhanced RTMP v2): Reconnect (1), Multitrack (2), ModEx (4), TimestampNanoOffset (8). */
    private static final AmfNumber EXTENDED_CAPABILITIES = new AmfNumber(1 | 2 | 4 | 8);

    private ConnectAnswer() {}

    /** The messages, to be sent in one flush. */
    static List<RtmpMessage> to(Command connect) {
        return List.of(
                new WindowAcknowledgementSize(WINDOW_BYTES),
                new SetPeerBandwidth(WINDOW_BYTES, SetPeerBandwidth.DYNAMIC),
                new SetChunkSize(CHUNK_BYTES),
                new StreamBegin(0),
                Replies.result(connect, properties(), information()));
    }

    private static AmfObject properties() {
        Map<String, AmfValue> properties = new LinkedHashMap<>();
        properties.put("fmsVer", new AmfString("FMS/3,5,7,7009"));
        properties.put("capabilities", new AmfNumber(31));
        properties.put("mode", new AmfNumber(1));
        properties.putAll(capabilities());
        return AmfObject.of(properties);
    }

    private static AmfObject information() {
        Map<String, AmfValue> information =
                new LinkedHashMap<>(Replies.status("status", "NetConnection.Connect.Success", "Connection succeeded."));
        // Whatever was asked for: our commands are AMF0, and this makes the peer's AMF0 too.
        information.put("objectEncoding", new AmfNumber(0));
        // The specification leaves open in which of the two objects a client looks, and clients differ.
        information.putAll(capabilities());
        return AmfObject.of(information);
    }

    private static Map<String, AmfValue> capabilities() {
        Map<String, AmfValue> capabilities = new LinkedHashMap<>();
        List<AmfValue> all = Stream.concat(VIDEO.stream(), AUDIO.stream())
                .<AmfValue>map(AmfString::new)
                .toList();
        capabilities.put("fourCcList", new AmfStrictArray(all));
        capabilities.put("videoFourCcInfoMap", infoMap(VIDEO));
        capabilities.put("audioFourCcInfoMap", infoMap(AUDIO));
        capabilities.put("capsEx", EXTENDED_CAPABILITIES);
        return capabilities;
    }

    private static AmfObject infoMap(List<String> codecs) {
        Map<String, AmfValue> map = new LinkedHashMap<>();
        codecs.forEach(codec -> map.put(codec, DECODE_AND_FORWARD));
        return AmfObject.of(map);
    }
}
