// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class CollectionWriterTest {

    private static final URI ID = URI.create("https://node.example/ap/g/7f3a/followers");

    @Test
    void countsFollowersAndNamesNone() {
        var followers = CollectionWriter.counted(ID, 42);
        assertThat(followers.propertyNames()).containsExactly("@context", "type", "id", "totalItems");
        assertThat(followers.path("totalItems").intValue()).isEqualTo(42);
    }

    @Test
    void listsWhatIsOnAirCompletely() {
        var live = CollectionWriter.complete(ID, List.of());
        assertThat(live.path("orderedItems").isArray()).isTrue();
        assertThat(live.path("totalItems").intValue()).isZero();
    }

    @Test
    void leadsFromPageToPageUpToTheLast() {
        var page = CollectionWriter.page(ID, ID, List.of(), URI.create(ID + "/2"));
        assertThat(page.path("next").stringValue()).isEqualTo(ID + "/2");
        assertThat(CollectionWriter.lastPage(ID, ID, List.of()).has("next")).isFalse();
    }

    @Test
    void putsNoMoreOnAPageThanMastodonReads() {
        var items = Collections.nCopies(21, JsonNodeFactory.instance.stringNode("https://node.example/ap/a/1"));
        assertThatThrownBy(() -> CollectionWriter.lastPage(ID, ID, items)).isInstanceOf(IllegalArgumentException.class);
    }
}
