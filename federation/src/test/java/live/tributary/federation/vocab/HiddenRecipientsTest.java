// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class HiddenRecipientsTest {

    @Test
    void areGoneAtEveryDepthAndLeftInTheOriginal() {
        var received =
                Documents.of("{'to': 'a', 'bto': 'b', 'object': {'bcc': ['c'], 'tag': [{'bto': 'd', 'name': 'e'}]}}");
        assertThat(HiddenRecipients.removedFrom(received))
                .isEqualTo(Documents.of("{'to': 'a', 'object': {'tag': [{'name': 'e'}]}}"));
        assertThat(received.has("bto")).isTrue();
    }
}
