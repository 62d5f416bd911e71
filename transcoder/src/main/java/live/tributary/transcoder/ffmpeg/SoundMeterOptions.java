// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import live.tributary.transcoder.ffmpeg.EncoderOptions.Restarts;

/**
 * How the sound of a node's broadcasts is listened to, and what that may cost.
 *
 * @param directory each child gets an empty folder in it; made if missing, and swept when the node starts
 * @param streams as many are listened to at a time; 0 none
 * @param patience how long a child may take sound and say nothing
 * @param restarts the waiting times after deaths; it is never given up, because sound may be right again
 * @param mostBytes memory of a child
 * @param rest how long nobody listens after pictures were late
 */
public record SoundMeterOptions(
        Path directory, int streams, Duration patience, Restarts restarts, long mostBytes, Duration rest) {

    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    public SoundMeterOptions {
        if (streams < 0) {
            throw new IllegalArgumentException("listens to %d streams".formatted(streams));
        }
    }

    /** The usual patience. */
    public static SoundMeterOptions in(Path directory, int streams) {
        var minute = Duration.ofMinutes(1);
        var restarts = new Restarts(BACK_OFF, minute, Integer.MAX_VALUE, minute);
        return new SoundMeterOptions(directory, streams, Duration.ofSeconds(5), restarts, 256L << 20, minute);
    }
}
