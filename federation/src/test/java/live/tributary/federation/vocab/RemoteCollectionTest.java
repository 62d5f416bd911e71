// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RemoteCollectionTest {

    private static final URI ONE = URI.create("https://elsewhere.example/v/1");
    private static final URI TWO = URI.create("https://elsewhere.example/v/2");

    @Test
    void readsAListOfAddresses() {
        var list = read("""
                {'type': 'OrderedCollection', 'orderedItems':
                 ['https://elsewhere.example/v/1', 'https://elsewhere.example/v/2', 'https://elsewhere.example/v/1']}""");
        assertThat(list.objects(20)).containsExactly(ONE, TWO);
        assertThat(list.objects(1)).containsExactly(ONE);
        assertThat(list.firstPage()).isEmpty();
    }

    @Test
    void readsWhatTheActivitiesOfAnOutboxAreAbout() {
        var page = read("""
                {'type': 'OrderedCollectionPage', 'orderedItems': [
                  {'type': 'Announce', 'id': 'https://elsewhere.example/a/1', 'object': 'https://elsewhere.example/v/1'},
                  {'type': 'Create', 'id': 'https://elsewhere.example/a/2',
                   'object': {'type': 'Video', 'id': 'https://elsewhere.example/v/2'}},
                  {'type': 'Create', 'object': {'type': 'Note', 'id': 'https://elsewhere.example/n/1'}},
                  7, {'type': 'Announce', 'object': {}}]}""");
        assertThat(page.objects(20)).containsExactly(ONE, TWO);
    }

    @Test
    void saysWhereTheFirstPageIs() {
        assertThat(read("{'type': 'OrderedCollection', 'first': 'https://elsewhere.example/v/1'}")
                        .firstPage())
                .contains(ONE);
        var whole = read("""
                {'type': 'Collection', 'first': {'type': 'CollectionPage', 'items': 'https://elsewhere.example/v/2'}}""");
        assertThat(whole.firstPage()).isEmpty();
        assertThat(whole.embeddedPage().orElseThrow().objects(20)).containsExactly(TWO);
    }

    @Test
    void anythingElseIsNone() {
        assertThat(RemoteCollection.read(Documents.of("{'type': 'Note', 'items': []}")))
                .isEmpty();
    }

    private static RemoteCollection read(String json) {
        return RemoteCollection.read(Documents.of(json)).orElseThrow();
    }
}
