// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What real encoders said once; {@link RecordSessions} makes them. */
public final class Sessions {
    private static final List<String> NAMES =
            List.of("ffmpeg5-avc-aac", "ffmpeg8-hevc-opus", "ffmpeg8-av1-ac3", "gstreamer-avc-aac");

    private Sessions() {}

    public static List<byte[]> recorded() {
        return NAMES.stream().map(Sessions::recorded).toList();
    }

    /** The bytes from the encoder, handshake first. */
    public static byte[] recorded(String name) {
        String resource = "/rtmp/%s.rtmp".formatted(name);
        try (InputStream in = Sessions.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
