// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class BodyTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/activity+json",
                "application/activity+json; charset=utf-8",
                "Application/Activity+JSON;charset=\"UTF-8\"",
                "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"",
                "application/ld+json"
            })
    void takesWhatOthersCallAnActivity(String type) {
        assertThat(BodyType.isActivity(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "text/html",
                "application/activity+json; charset=utf-16",
                "nonsense",
                "application/x-www-form-urlencoded",
                "*/*"
            })
    void takesNothingElse(String type) {
        assertThat(BodyType.isActivity(type)).isFalse();
    }
}
