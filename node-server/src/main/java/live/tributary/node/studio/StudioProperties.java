// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import live.tributary.ingest.rtmp.Proxies;

/**
 * How the node takes streams in.
 *
 * @param rtmpAddress address the RTMP port listens on
 * @param rtmpPort port the RTMP server listens on; 0 takes any free one
 * @param rtmpsPort port for RTMP over TLS, where the node has a certificate; 0 takes any free one
 * @param proxies addresses or networks of proxies that begin each connection of an encoder with a header of the PROXY
 *     protocol
 * @param rtmpApp application name in the address that publishers use
 * @param lostGrace how long a broadcast waits for a publisher whose connection broke
 * @param cleanGrace how long a broadcast waits for a publisher that said goodbye
 * @param afterglow how long the final playlists of an ended broadcast stay
 * @param previewInterval pause between two stills of a stream that nobody looks at; zero makes none
 * @param windowMemory memory for the media of all streams; a publisher that would not fit is refused; 0 takes a quarter
 *     of what the machine, or the container, has
 * @param partTarget longest part of media that viewers are given at once
 * @param loudnessStreams as many streams are listened to at a time; 0 none
 */
@ConfigurationProperties("tributary.studio")
public record StudioProperties(
        @DefaultValue("0.0.0.0") String rtmpAddress,
        @DefaultValue("1935") int rtmpPort,
        @DefaultValue("1936") int rtmpsPort,
        @DefaultValue List<String> proxies,
        @DefaultValue("live") String rtmpApp,
        @DefaultValue("60s") Duration lostGrace,
        @DefaultValue("5s") Duration cleanGrace,
        @DefaultValue("84s") Duration afterglow,
        @DefaultValue("30s") Duration previewInterval,
        @DefaultValue("0") DataSize windowMemory,
        @DefaultValue("200ms") Duration partTarget,
        @DefaultValue("4") int loudnessStreams) {

    public StudioProperties {
        proxies = List.copyOf(proxies);
        Proxies.parse(proxies);
        requirePort("rtmp-port", rtmpPort);
        requirePort("rtmps-port", rtmpsPort);
        if (windowMemory.isNegative()) {
            throw new IllegalArgumentException("tributary.studio.window-memory must not be negative");
        }
        if (loudnessStreams < 0) {
            throw new IllegalArgumentException("tributary.studio.loudness-streams must not be negative");
        }
        if (lostGrace.isNegative()
                || cleanGrace.isNegative()
                || afterglow.isNegative()
                || previewInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "tributary.studio.lost-grace, clean-grace, afterglow and preview-interval must not be negative");
        }
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("tributary.studio.%s must be 0 to 65535, not %d".formatted(name, port));
        }
    }
}
