// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How far back viewers of a live broadcast can go, and what that may cost on disk.
 *
 * @param length media time that stays listed
 * @param size room on disk for one broadcast; with more, its oldest segments go before their time
 * @param diskReserve room on the disk that is left to others; with less, the oldest segments of every broadcast go
 */
@ConfigurationProperties("tributary.dvr")
record DvrProperties(
        @DefaultValue("30m") Duration length,
        @DefaultValue("8GB") DataSize size,
        @DefaultValue("1GB") DataSize diskReserve) {

    DvrProperties {
        if (length.isNegative() || size.toBytes() <= 0 || diskReserve.isNegative()) {
            throw new IllegalArgumentException(
                    "tributary.dvr: length and disk-reserve must not be negative, size must be positive");
        }
    }
}
