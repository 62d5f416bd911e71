// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Settings for OBS Studio as a folder that its menu "Profile, Import" takes: where to stream to, and key frames every
 * two seconds, without which viewers wait longer. The key is not in it: whoever shares the file shares no secret.
 *
 * @param name of the profile in OBS, and of the folder in the archive
 * @param server such as {@code rtmp://example.org/live}
 */
record ObsProfile(String name, String server) {

    private static final int KEY_FRAME_SECONDS = 2;
    private static final int VIDEO_KILOBITS = 4_500;

    /** A profile whose name is safe as a folder on every system. */
    static ObsProfile of(String nodeName, String server) {
        var safe = nodeName.replaceAll("[^\\p{L}\\p{N} _-]", "").strip();
        return new ObsProfile(safe.isEmpty() ? "Tributary" : safe, server);
    }

    /** The folder as a ZIP archive. */
    byte[] zipped() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "basic.ini", basicIni());
            put(zip, "service.json", service());
            put(zip, "streamEncoder.json", encoder());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private void put(ZipOutputStream zip, String file, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name + "/" + file));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Advanced output mode: in the simple one OBS keeps the key frame interval to itself. */
    private String basicIni() {
        return """
                [General]
                Name=%s

                [Output]
                Mode=Advanced

                [AdvOut]
                TrackIndex=1
                Encoder=obs_x264
                ApplyServiceSettings=false
                Track1Bitrate=160

                [Video]
                OutputCX=1280
                OutputCY=720
                FPSType=0
                FPSCommon=30

                [Audio]
                SampleRate=48000
                ChannelSetup=Stereo
                """.formatted(name);
    }

    private String service() {
        return json(Map.of("type", "rtmp_custom", "settings", Map.of("server", server, "key", "", "use_auth", false)));
    }

    private static String encoder() {
        return json(Map.of(
                "rate_control", "CBR",
                "bitrate", VIDEO_KILOBITS,
                "keyint_sec", KEY_FRAME_SECONDS,
                "preset", "veryfast",
                "profile", "high",
                "tune", "zerolatency"));
    }

    private static String json(Map<String, Object> value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
