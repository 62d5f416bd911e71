// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.time.Duration;

/**
 * What a publisher may do.
 *
 * @param videoTracks tracks taken from a multitrack publisher, the source included; further ones are dropped
 * @param audioTracks likewise
 * @param configurationBytes one codec configuration record
 * @param inputBitsPerSecond everything received, averaged over 10 s; above it the connection is closed
 * @param failuresPerMinute wrong keys per address prefix (IPv4 /24, IPv6 /56) that are answered at once
 * @param refusalDelay how long the answer to each further wrong key waits; a right key never waits
 */
public record PublishLimits(
        int videoTracks,
        int audioTracks,
        int configurationBytes,
        long inputBitsPerSecond,
        int failuresPerMinute,
        Duration refusalDelay) {

    /** 75 Mb/s is one and a half times the 50 Mb/s that the best encoders' 2160p60 presets ask for. */
    public static final PublishLimits DEFAULTS =
            new PublishLimits(6, 6, 64 * 1024, 75_000_000, 10, Duration.ofSeconds(3));
}
