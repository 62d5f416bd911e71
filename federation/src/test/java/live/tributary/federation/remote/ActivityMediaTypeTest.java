// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityMediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/activity+json",
                "Application/Activity+JSON",
                "application/activity+json; charset=utf-8",
                "application/activity+json;charset=UTF-8",
                "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"",
                "application/ld+json;profile=https://www.w3.org/ns/activitystreams",
                "application/ld+json; charset=utf-8; Profile=\"https://www.w3.org/ns/activitystreams\"",
                "application/ld+json; profile=\"http://www.w3.org/ns/json-ld#compacted https://www.w3.org/ns/activitystreams\"",
            })
    void takesWhatOnlyAServerSays(String contentType) {
        assertThat(ActivityMediaType.matches(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "application/ld+json",
                "application/ld+json; profile=\"https://other.example/\"",
                "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams.evil\"",
                "application/ld+json; notprofile=\"https://www.w3.org/ns/activitystreams\"",
                "text/html",
                "image/png",
                "text/plain; x=application/activity+json",
                "application/activity+json+x",
                "application/octet-stream",
            })
    void takesNothingElse(String contentType) {
        assertThat(ActivityMediaType.matches(contentType)).isFalse();
    }
}
