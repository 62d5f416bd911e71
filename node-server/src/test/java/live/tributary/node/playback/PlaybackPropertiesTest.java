// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlaybackPropertiesTest {

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new PlaybackProperties(20_000, 100, Duration.ofSeconds(10), Duration.ofSeconds(20), false));
    }

    @Test
    void canAllBeChanged() {
        var all = Map.of(
                "tributary.playback.max-held", "1",
                "tributary.playback.max-held-per-connection", "2",
                "tributary.playback.start-patience", "3s",
                "tributary.playback.no-progress-timeout", "4s",
                "tributary.playback.behind-cdn", "true");
        assertThat(bind(all))
                .isEqualTo(new PlaybackProperties(1, 2, Duration.ofSeconds(3), Duration.ofSeconds(4), true));
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertThatThrownBy(() -> new PlaybackProperties(-1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tributary.playback.max-held");
        assertThatThrownBy(() -> new PlaybackProperties(1, 1, Duration.ZERO, Duration.ofSeconds(1), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tributary.playback.start-patience");
    }

    private static PlaybackProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tributary.playback", PlaybackProperties.class);
    }
}
