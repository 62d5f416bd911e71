// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a node that is a directory.
 *
 * @param most how many teams it lists
 * @param takesInvites whether teams may ask to be listed; otherwise only those are that the operator named
 * @param lookEvery how often the document of each is read again, beside whenever it is said to have changed
 * @param probeEvery how often it is looked whether a broadcast goes on, on average; more seldom where so many are on air that
 *     {@code probesPerSecond} would be passed
 * @param probesPerSecond how many such looks begin in a second at most
 * @param probesPerSample of so many such looks one also takes a sample of the media, to notice reruns; 0 for none
 */
@ConfigurationProperties("tributary.directory")
record DirectoryProperties(
        @DefaultValue("10000") int most,
        @DefaultValue("true") boolean takesInvites,
        @DefaultValue("6h") Duration lookEvery,
        @DefaultValue("60s") Duration probeEvery,
        @DefaultValue("40") int probesPerSecond,
        @DefaultValue("10") int probesPerSample) {

    DirectoryProperties {
        if (most < 1) {
            throw new IllegalArgumentException("tributary.directory.most must be at least 1");
        }
        if (!lookEvery.isPositive()) {
            throw new IllegalArgumentException("tributary.directory.look-every must be positive");
        }
        if (!probeEvery.isPositive()) {
            throw new IllegalArgumentException("tributary.directory.probe-every must be positive");
        }
        if (probesPerSecond < 1) {
            throw new IllegalArgumentException("tributary.directory.probes-per-second must be at least 1");
        }
        if (probesPerSample < 0) {
            throw new IllegalArgumentException("tributary.directory.probes-per-sample must be 0 or more");
        }
    }
}
