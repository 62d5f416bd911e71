// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

final class ObjectReaderTest {

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("Note", Note.class),
                arguments("Page", Page.class),
                arguments("Article", Article.class),
                arguments("Video", RemoteVideo.class),
                arguments("Event", Event.class),
                arguments("Tombstone", Tombstone.class),
                arguments("Question", OtherObject.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void knowsEachKind(String type, Class<? extends RemoteObject> kind) {
        assertThat(read("{'id': 'https://elsewhere.example/o/1', 'type': '%s'}".formatted(type)))
                .isInstanceOf(kind);
    }

    @Test
    void missesNoKind() {
        var known = kinds().map(row -> row.get()[1]).collect(Collectors.toSet());
        assertThat(Arrays.stream(RemoteObject.class.getPermittedSubclasses())).allMatch(known::contains);
    }

    @Test
    void readsAReplyOfMastodon() {
        var reply = read("""
                {'id': 'https://elsewhere.example/n/1', 'type': 'Note', 'attributedTo': 'https://elsewhere.example/users/bo',
                 'contentMap': {'en': '<p>Nice run</p>'}, 'inReplyTo': 'https://node.example/ap/v/1',
                 'to': 'as:Public', 'cc': ['https://node.example/ap/p/ana'], 'published': '2026-11-22T20:05:00+01:00',
                 'tag': [{'type': 'Mention', 'href': 'https://node.example/ap/p/ana', 'name': '@ana@node.example'},
                         {'type': 'Hashtag', 'href': 'https://elsewhere.example/tags/gg', 'name': '#gg'}, 'junk']}
                """).facts();
        assertThat(reply.content()).isEqualTo("<p>Nice run</p>");
        assertThat(reply.attributedTo()).containsExactly(URI.create("https://elsewhere.example/users/bo"));
        assertThat(reply.link(ObjectLink.IN_REPLY_TO)).hasValue(URI.create("https://node.example/ap/v/1"));
        assertThat(reply.isPublic()).isTrue();
        assertThat(reply.mentions()).containsExactly(URI.create("https://node.example/ap/p/ana"));
        assertThat(reply.hashtags()).containsExactly("gg");
        assertThat(reply.published()).hasValue(Instant.parse("2026-11-22T19:05:00Z"));
    }

    @Test
    void readsABroadcastOfPeerTube() {
        var video = (RemoteVideo) read("""
                {'id': 'https://tube.example/videos/watch/1', 'type': 'Video', 'name': 'A show', 'isLiveBroadcast': true,
                 'attributedTo': [{'type': 'Person', 'id': 'https://tube.example/accounts/bo'},
                                  {'type': 'Group', 'id': 'https://tube.example/video-channels/bo'}],
                 'url': [{'type': 'Link', 'mediaType': 'text/html', 'href': 'https://tube.example/w/1'},
                         {'type': 'Link', 'mediaType': 'application/x-mpegURL', 'href': 'https://tube.example/1.m3u8', 'tag': []}],
                 'icon': [{'type': 'Image', 'url': 'https://tube.example/1.jpg', 'width': 850}]}
                """);
        assertThat(video.liveBroadcast()).isTrue();
        assertThat(video.playlist()).hasValue(URI.create("https://tube.example/1.m3u8"));
        assertThat(video.live()).isEmpty();
        assertThat(video.facts().link(ObjectLink.PAGE)).hasValue(URI.create("https://tube.example/w/1"));
        assertThat(video.facts().link(ObjectLink.PICTURE)).hasValue(URI.create("https://tube.example/1.jpg"));
        assertThat(video.facts().attributedTo()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'attributedTo': ['https://node.example/bo', 'https://node.example/team'] | /team,/bo",
                "'attributedTo': ['https://node.example/team', 'https://node.example/bo'], 'audience': 'https://node.example/team' | /team,/bo",
                "'attributedTo': ['https://node.example/bo', 'https://node.example/team'], 'audience': 'https://node.example/other' | /team,/bo",
            },
            quoteCharacter = '\u0000')
    void namesTheTeamOfAVideoBeforeItsAuthor(String members, String makers) {
        var video = (RemoteVideo) read("{'id': 'https://node.example/v/1', 'type': 'Video', %s}".formatted(members));
        assertThat(video.makers()).extracting(URI::getPath).containsExactly(makers.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'isLiveBroadcast': true, 'state': 1 | true",
                "'isLiveBroadcast': true, 'state': 4 | false",
                "'isLiveBroadcast': true, 'state': 5 | false",
                "'isLiveBroadcast': true | false",
                "'isLiveBroadcast': false, 'state': 1 | false",
                "'liveState': 'live', 'liveUntil': '2026-11-22T19:12:00Z', 'liveSeq': 2, 'state': 5 | true",
                "'liveState': 'ended', 'liveUntil': '2026-11-22T19:12:00Z', 'liveSeq': 3, 'state': 1 | false",
            },
            quoteCharacter = '\u0000')
    void saysWhetherABroadcastIsOnAir(String members, boolean onAir) {
        var video = (RemoteVideo) read("""
                {'id': 'https://tube.example/v/1', 'type': 'Video', 'published': '2026-11-22T19:00:00Z', %s}""".formatted(members));
        assertThat(video.isOnAir()).isEqualTo(onAir);
        assertThat(video.since()).hasValue(Instant.parse("2026-11-22T19:00:00Z"));
    }

    @Test
    void readsWhenAnEventIs() {
        var event = (Event) read("""
                {'id': 'https://elsewhere.example/e/1', 'type': 'Event', 'startTime': '2026-12-01T19:00:00Z', 'endTime': 'late'}
                """);
        assertThat(event.start()).hasValue(Instant.parse("2026-12-01T19:00:00Z"));
        assertThat(event.end()).isEmpty();
    }

    @Test
    void readsNothingWithoutAnAddress() {
        assertThat(ObjectReader.read(Documents.of("{'type': 'Note', 'content': 'hello'}")))
                .isEmpty();
    }

    private static RemoteObject read(String json) {
        return ObjectReader.read(Documents.of(json)).orElseThrow();
    }
}
