// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.kernel;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;

final class KernelPropertiesTest {

    @Test
    void defaults() {
        var properties = Settings.bind(KernelProperties.class, Map.of());
        assertThat(properties).isEqualTo(new KernelProperties(null));
        assertThat(properties.directoryFor("ana").path())
                .isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(properties.directoryFor("root").path()).isEqualTo(Path.of("/var/lib/tributary"));
    }

    @Test
    void everyPropertyCanBeSet() {
        var properties = Settings.bind(KernelProperties.class, Map.of("tributary.data-directory", "/srv/stream"));
        assertThat(properties).isEqualTo(new KernelProperties(Path.of("/srv/stream")));
        assertThat(properties.directoryFor("root").path()).isEqualTo(Path.of("/srv/stream"));
    }
}
