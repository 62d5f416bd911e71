// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class OnFederationTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://tv.example", "HTTPS://tv.example"})
    void aNodeWithHttpsIsOnTheFediverse(String address) {
        assertThat(OnFederation.holds(environment(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://tv.example", "", "httpsx://tv.example"})
    void anotherIsNot(String address) {
        assertThat(OnFederation.holds(environment(address))).isFalse();
    }

    @Test
    void aTestOnLoopbackIsTheException() {
        var environment = environment("http://localhost:8080").withProperty(OnFederation.TEST_SWITCH, "true");
        assertThat(OnFederation.holds(environment)).isTrue();
    }

    private static MockEnvironment environment(String address) {
        return new MockEnvironment().withProperty(OnFederation.ADDRESS, address);
    }
}
