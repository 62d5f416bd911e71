// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.tag;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.ingest.rtmp.amf.AmfBoolean;
import live.tributary.ingest.rtmp.amf.AmfEcmaArray;
import live.tributary.ingest.rtmp.amf.AmfNumber;
import live.tributary.ingest.rtmp.amf.AmfObject;
import live.tributary.ingest.rtmp.amf.AmfString;
import live.tributary.ingest.rtmp.amf.AmfValue;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataTest {
    private static final AmfString SET = new AmfString("@setDataFrame");
    private static final AmfString ON_METADATA = new AmfString("onMetaData");

    @Test
    void readsNumbersAndTextsAndLeavesOutTheRest() {
        var metadata = new AmfEcmaArray(Map.of(
                "width", new AmfNumber(1280),
                "encoder", new AmfString("obs\n"),
                "stereo", new AmfBoolean(true)));
        assertThat(read(SET, ON_METADATA, metadata)).containsExactly("metadata @40 {width=1280.0} {encoder=obs}");
    }

    @Test
    void readsItWithoutTheRequestToKeepIt() {
        assertThat(read(ON_METADATA, AmfObject.of(Map.of()))).containsExactly("metadata @40 {} {}");
    }

    @Test
    void passesOverOtherData() {
        assertThat(read(new AmfString("onTextData"), AmfObject.of(Map.of()))).isEmpty();
        assertThat(read(SET)).isEmpty();
        assertThat(read(SET, ON_METADATA)).isEmpty();
        assertThat(read(ON_METADATA, new AmfNumber(1))).isEmpty();
        assertThat(read()).isEmpty();
    }

    private static List<String> read(AmfValue... values) {
        var tags = new Tags();
        tags.reader.data(40, List.of(values));
        return tags.lines;
    }
}
