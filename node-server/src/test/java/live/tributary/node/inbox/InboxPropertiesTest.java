// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class InboxPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(InboxProperties.class, Map.of()))
                .isEqualTo(new InboxProperties(300, 600, 20, 64, 4, Duration.ofDays(30)));
    }

    @Test
    void everyPropertyCanBeSet() {
        var settings = Map.of(
                "tributary.inbox.per-minute", "1",
                "tributary.inbox.burst", "2",
                "tributary.inbox.follows-per-hour", "3",
                "tributary.inbox.workers", "4",
                "tributary.inbox.workers-per-host", "5",
                "tributary.inbox.keep", "6d");
        assertThat(Settings.bind(InboxProperties.class, settings))
                .isEqualTo(new InboxProperties(1, 2, 3, 4, 5, Duration.ofDays(6)));
    }

    @Test
    void refusesWhatWouldLetNothingIn() {
        assertThatThrownBy(() -> Settings.bind(InboxProperties.class, Map.of("tributary.inbox.burst", "0")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settings.bind(InboxProperties.class, Map.of("tributary.inbox.keep", "0s")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
