// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.vocab.Listing.Policy;

import static org.assertj.core.api.Assertions.assertThat;

final class ActorReaderTest {

    private static final String MASTODON = """
            {'id': 'https://elsewhere.example/users/bo', 'type': 'Person', 'preferredUsername': 'bo', 'name': 'Bo',
             'summary': '<p>Hello</p>', 'inbox': 'https://elsewhere.example/users/bo/inbox',
             'outbox': 'https://elsewhere.example/users/bo/outbox', 'url': 'https://elsewhere.example/@bo',
             'discoverable': true, 'endpoints': {'sharedInbox': 'https://elsewhere.example/inbox'},
             'alsoKnownAs': ['https://old.example/users/bo'], 'movedTo': 'https://new.example/users/bo',
             'icon': {'type': 'Image', 'mediaType': 'image/jpeg', 'url': 'https://elsewhere.example/bo.jpg'}}
            """;

    @Test
    void readsAPersonOfMastodon() {
        var bo = ActorReader.read(Documents.of(MASTODON)).orElseThrow();
        assertThat(bo.type()).isEqualTo(ActorType.PERSON);
        assertThat(bo.handle()).isEqualTo("bo");
        assertThat(bo.displayName()).isEqualTo("Bo");
        assertThat(bo.summary()).isEqualTo("<p>Hello</p>");
        assertThat(bo.deliveryInbox()).hasToString("https://elsewhere.example/inbox");
        assertThat(bo.link(ActorLink.PAGE)).hasValue(URI.create("https://elsewhere.example/@bo"));
        assertThat(bo.link(ActorLink.ICON)).hasValue(URI.create("https://elsewhere.example/bo.jpg"));
        assertThat(bo.link(ActorLink.MOVED_TO)).hasValue(URI.create("https://new.example/users/bo"));
        assertThat(bo.alsoKnownAs()).containsExactly(URI.create("https://old.example/users/bo"));
        assertThat(bo.discoverable()).isTrue();
        assertThat(bo.indexable()).isFalse();
        assertThat(bo.listing().policy()).isEqualTo(Policy.UNSAID);
    }

    @Test
    void readsAGroupOfOurOwnKind() {
        var team = ActorReader.read(Documents.of("""
                {'id': 'https://node.example/ap/g/7f3a', 'type': 'Group', 'preferredUsername': 'nightowls',
                 'nameMap': {'en': 'Night Owls'}, 'inbox': 'https://node.example/ap/g/7f3a/inbox',
                 'url': [{'type': 'Link', 'mediaType': 'application/x-mpegURL', 'href': 'https://node.example/x.m3u8'},
                         {'type': 'Link', 'mediaType': 'text/html', 'href': 'https://node.example/@nightowls'}],
                 'attributedTo': [{'type': 'Person', 'id': 'https://node.example/ap/p/steward-7f3a'}],
                 'icon': [{'type': 'Image', 'url': 'https://node.example/400.jpg', 'width': 400},
                          {'type': 'Image', 'url': 'https://node.example/96.jpg', 'width': 96}],
                 'https://w3id.org/tributary/ns#liveNow': 'https://node.example/ap/g/7f3a/live',
                 'listing': 'invited', 'listedAt': 'https://directory.example/ap/actor', 'languages': ['en', 'fr', 'de', 'es'],
                 'promise': 'A quiet place'}
                """)).orElseThrow();
        assertThat(team.displayName()).isEqualTo("Night Owls");
        assertThat(team.deliveryInbox()).hasToString("https://node.example/ap/g/7f3a/inbox");
        assertThat(team.link(ActorLink.PAGE)).hasValue(URI.create("https://node.example/@nightowls"));
        assertThat(team.link(ActorLink.ICON)).hasValue(URI.create("https://node.example/400.jpg"));
        assertThat(team.link(ActorLink.LIVE_NOW)).hasValue(URI.create("https://node.example/ap/g/7f3a/live"));
        assertThat(team.attributedTo()).containsExactly(URI.create("https://node.example/ap/p/steward-7f3a"));
        assertThat(team.listing().policy()).isEqualTo(Policy.INVITED);
        assertThat(team.listing().listedAt()).hasSize(1);
        assertThat(team.listing().languages()).containsExactly("en", "fr", "de");
        assertThat(team.listing().promise()).isEqualTo("A quiet place");
    }

    @ParameterizedTest
    @CsvSource({"open,OPEN", "invited,INVITED", "none,NONE", "whatever,NONE"})
    void takesAPolicyThatItDoesNotKnowForANo(String said, Policy policy) {
        var actor = Documents.of(MASTODON).put("listing", said);
        assertThat(ActorReader.read(actor).orElseThrow().listing().policy()).isEqualTo(policy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 'https://elsewhere.example/users/bo', 'type': 'Note', 'inbox': 'https://elsewhere.example/i'}",
                "{'id': 'https://elsewhere.example/users/bo', 'type': 'Person'}",
                "{'type': 'Person', 'inbox': 'https://elsewhere.example/i'}",
                "{}"
            })
    void readsNoActorWhereThereIsNone(String json) {
        assertThat(ActorReader.read(Documents.of(json))).isEmpty();
    }
}
