// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ObsProfileTest {

    @Test
    void isTheFolderThatObsImports() throws IOException {
        var files = unzip(ObsProfile.of("River", "rtmp://example.org/live").zipped());
        assertThat(files).containsOnlyKeys("River/basic.ini", "River/service.json", "River/streamEncoder.json");
        assertThat(files.get("River/basic.ini"))
                .startsWith("[General]\nName=River\n")
                .contains("Mode=Advanced");

        var service = JsonMapper.shared().readTree(files.get("River/service.json"));
        assertThat(service.path("type").asString()).isEqualTo("rtmp_custom");
        assertThat(service.at("/settings/server").asString()).isEqualTo("rtmp://example.org/live");
        assertThat(service.at("/settings/key").asString()).isEmpty();

        var encoder = JsonMapper.shared().readTree(files.get("River/streamEncoder.json"));
        assertThat(encoder.path("keyint_sec").asInt()).isEqualTo(2);
    }

    @Test
    void isNamedSoThatNoSystemStumbles() throws IOException {
        assertThat(unzip(ObsProfile.of("../Ebb & Flow: 1/2", "rtmp://x/live").zipped()))
                .containsKey("Ebb  Flow 12/basic.ini");
        assertThat(unzip(ObsProfile.of("///", "rtmp://x/live").zipped())).containsKey("Tributary/basic.ini");
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
