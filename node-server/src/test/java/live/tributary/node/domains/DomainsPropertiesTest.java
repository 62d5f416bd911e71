// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fixtures.Settings;

import static org.assertj.core.api.Assertions.assertThat;

final class DomainsPropertiesTest {

    @Test
    void defaults() {
        assertThat(Settings.bind(DomainsProperties.class, Map.of())).isEqualTo(new DomainsProperties(false));
    }

    @Test
    void everyPropertyCanBeSet() {
        assertThat(Settings.bind(DomainsProperties.class, Map.of("tributary.domains.allow-list-only", "true")))
                .isEqualTo(new DomainsProperties(true));
    }
}
