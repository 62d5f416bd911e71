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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import live.tributary.federation.vocab.ActivityReading.NotUnderstood;
import live.tributary.federation.vocab.ActivityReading.Understood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

final class ActivityReaderTest {

    private static final URI BO = URI.create("https://elsewhere.example/users/bo");
    private static final URI TEAM = URI.create("https://node.example/ap/g/7f3a");

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("Follow", Follow.class),
                arguments("Undo", Undo.class),
                arguments("Accept", Accept.class),
                arguments("Reject", Reject.class),
                arguments("Create", Create.class),
                arguments("Update", Update.class),
                arguments("Delete", Delete.class),
                arguments("Announce", Announce.class),
                arguments("Like", Like.class),
                arguments("Dislike", Dislike.class),
                arguments("View", View.class),
                arguments("Offer", Offer.class),
                arguments("Leave", Leave.class),
                arguments("Flag", Flag.class),
                arguments("Block", Block.class),
                arguments("Move", Move.class),
                arguments("Add", Add.class),
                arguments("Remove", Remove.class),
                arguments("Invite", Invite.class),
                arguments("Join", Join.class),
                arguments("Travel", Travel.class),
                arguments("Listen", Other.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void knowsEachKind(String type, Class<? extends Activity> kind) {
        var activity = understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': '%s', 'actor': 'https://elsewhere.example/users/bo',
                 'object': 'https://node.example/ap/g/7f3a', 'target': 'https://elsewhere.example/users/new',
                 'origin': 'https://elsewhere.example/v/1',
                 'expires': '2026-11-22T19:05:00Z', 'result': {'userInteractionCount': 3}}
                """.formatted(type));
        assertThat(activity).isInstanceOf(kind);
        assertThat(activity.envelope().actor()).isEqualTo(BO);
    }

    @Test
    void missesNoKind() {
        var known = kinds().map(row -> row.get()[1]).collect(Collectors.toSet());
        assertThat(Arrays.stream(Activity.class.getPermittedSubclasses())).allMatch(known::contains);
    }

    /** The same Follow, as different software spells it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 'https://elsewhere.example/a/1', 'type': 'Follow', 'actor': 'https://elsewhere.example/users/bo', 'object': 'https://node.example/ap/g/7f3a'}",
                "{'@id': 'https://elsewhere.example/a/1', '@type': ['Follow'], 'actor': ['https://elsewhere.example/users/bo'], 'object': ['https://node.example/ap/g/7f3a']}",
                "{'id': 'https://elsewhere.example/a/1', 'type': 'as:Follow', 'actor': {'type': 'Person', 'id': 'https://elsewhere.example/users/bo'}, 'object': {'id': 'https://node.example/ap/g/7f3a', 'type': 'Group'}}",
                "{'id': 'https://elsewhere.example/a/1', 'type': ['Extended', 'Follow'], 'actor': {'@id': 'https://elsewhere.example/users/bo'}, 'object': {'type': 'Link', 'href': 'https://node.example/ap/g/7f3a'}}"
            })
    void understandsEverySpelling(String json) {
        assertThat(understood(json)).isInstanceOfSatisfying(Follow.class, follow -> {
            assertThat(follow.envelope().id()).hasToString("https://elsewhere.example/a/1");
            assertThat(follow.envelope().actor()).isEqualTo(BO);
            assertThat(follow.object()).isEqualTo(TEAM);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'https://www.w3.org/ns/activitystreams#Public'",
                "'as:Public'",
                "'Public'",
                "['https://elsewhere.example/users/bo/followers', 'as:Public']",
                "{'id': 'as:Public'}"
            })
    void knowsEverybodyByEachName(String audience) {
        var activity = understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Announce', 'cc': %s,
                 'actor': 'https://elsewhere.example/users/bo', 'object': 'https://elsewhere.example/n/1'}
                """.formatted(audience));
        assertThat(activity.envelope().isPublic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'Follow', 'actor': 'https://elsewhere.example/users/bo', 'object': 'https://node.example/ap/g/7f3a'}",
                "{'id': 'https://elsewhere.example/a/1', 'type': 'Follow', 'object': 'https://node.example/ap/g/7f3a'}",
                "{'id': '/a/1', 'type': 'Follow', 'actor': 'https://elsewhere.example/users/bo', 'object': 'https://node.example/ap/g/7f3a'}",
                "{'id': 'https://elsewhere.example/a/1', 'type': 'Follow', 'actor': 'acct:bo@elsewhere.example', 'object': 'https://node.example/ap/g/7f3a'}",
                "{'id': 'https://elsewhere.example/a/1', 'type': 'Follow', 'actor': 'https://elsewhere.example/users/bo'}",
                "{'id': 'https://elsewhere.example/a/1', 'type': 'Create', 'actor': 'https://elsewhere.example/users/bo', 'object': null}",
                "{'id': 'https://elsewhere.example/a/1', 'type': 'Flag', 'actor': 'https://elsewhere.example/users/bo', 'object': []}",
                "{'id': 'https://elsewhere.example/a/1', 'type': 'Add', 'actor': 'https://elsewhere.example/users/bo', 'object': 'https://elsewhere.example/n/1'}"
            })
    void understandsNothingWhereSomethingNecessaryIsMissing(String json) {
        assertThat(ActivityReader.read(Documents.of(json))).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void keepsWhatIsEmbeddedApartFromAnAddress() {
        var create = (Create) understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Create', 'actor': 'https://elsewhere.example/users/bo',
                 'object': {'id': 'https://elsewhere.example/n/1', 'type': 'Note'}}
                """);
        assertThat(create.object()).isInstanceOf(Reference.Embedded.class);
        assertThat(create.object().id()).hasValue(URI.create("https://elsewhere.example/n/1"));
        var offer = (Offer) understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Offer', 'actor': 'https://elsewhere.example/users/bo',
                 'object': {'type': 'Travel'}}
                """);
        assertThat(offer.object()).isInstanceOf(Reference.Anonymous.class);
        assertThat(offer.object().id()).isEmpty();
    }

    @Test
    void readsAReportOfMastodonAndOneOfLemmy() {
        var mastodon = (Flag) understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Flag', 'actor': 'https://elsewhere.example/actor',
                 'content': 'Spam.', 'object': ['https://node.example/ap/p/ana', 'https://node.example/ap/v/1']}
                """);
        assertThat(mastodon.objects()).hasSize(2);
        assertThat(mastodon.text()).isEqualTo("Spam.");
        var lemmy = (Flag) understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Flag', 'actor': 'https://elsewhere.example/u/bo',
                 'summary': 'Spam.', 'object': 'https://node.example/ap/v/1'}
                """);
        assertThat(lemmy.text()).isEqualTo("Spam.");
    }

    @Test
    void countsViewersOfPeerTube() {
        var view = (View) understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'View', 'actor': 'https://elsewhere.example/accounts/peertube',
                 'object': 'https://node.example/ap/v/1', 'expires': '2026-11-22T19:05:00.000Z',
                 'result': {'type': 'InteractionCounter', 'interactionType': 'WatchAction', 'userInteractionCount': 12}}
                """);
        assertThat(view.viewers()).isEqualTo(12);
        assertThat(view.expires()).isEqualTo(Instant.parse("2026-11-22T19:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'result': {'userInteractionCount': 12}",
                "'expires': '2026-11-22T19:05:00Z', 'result': {'userInteractionCount': -1}",
                "'expires': '2026-11-22T19:05:00Z', 'result': {'userInteractionCount': '12'}",
                "'expires': '2026-11-22T19:05:00Z'"
            })
    void countsNoViewersWithoutANumberAndAnEnd(String said) {
        assertThat(understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'View', 'actor': 'https://elsewhere.example/accounts/peertube',
                 'object': 'https://node.example/ap/v/1', %s}
                """.formatted(said))).isInstanceOf(Other.class);
    }

    @Test
    void hearsOfAStreamFromOwncastAndFromOurOwnKind() {
        var offer = understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Offer', 'actor': 'https://elsewhere.example/federation/user/live',
                 'object': 'https://elsewhere.example/', 'liveState': 'live', 'liveUntil': '2026-11-22T19:16:02Z', 'liveSeq': 7,
                 'https://owncast.online/ns#streamStatus': 'live', 'https://owncast.online/ns#streamTitle': '%s',
                 'https://owncast.online/ns#streamTags': ['one', 2, 'two']}
                """.formatted("x".repeat(400))).envelope();
        assertThat(offer.owncast()).hasValueSatisfying(stream -> {
            assertThat(stream.live()).isTrue();
            assertThat(stream.title()).hasSize(300);
            assertThat(stream.tags()).containsExactly("one", "two");
        });
        assertThat(offer.live()).hasValueSatisfying(live -> {
            assertThat(live.isLive()).isTrue();
            assertThat(live.until()).isEqualTo(Instant.parse("2026-11-22T19:16:02Z"));
            assertThat(live.sequence()).isEqualTo(7);
        });
    }

    @Test
    void hearsThatAStreamHasEnded() {
        var leave = understood("""
                {'id': 'https://elsewhere.example/a/2', 'type': 'Leave', 'actor': 'https://elsewhere.example/g/1',
                 'object': 'https://elsewhere.example/v/1', 'liveState': 'ended', 'liveUntil': '2026-11-22T20:11:00Z',
                 'liveSeq': 8, 'https://owncast.online/ns#streamStatus': 'offline'}
                """).envelope();
        assertThat(leave.live())
                .hasValueSatisfying(live -> assertThat(live.isLive()).isFalse());
        assertThat(leave.owncast())
                .hasValueSatisfying(stream -> assertThat(stream.live()).isFalse());
    }

    @Test
    void hearsNothingOfAStreamWhereNothingIsSaid() {
        var follow = understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Follow', 'actor': 'https://elsewhere.example/users/bo',
                 'object': 'https://node.example/ap/g/7f3a', 'liveState': 'live', 'liveUntil': 'soon', 'liveSeq': '7'}
                """).envelope();
        assertThat(follow.owncast()).isEmpty();
        assertThat(follow.live()).isEmpty();
        assertThat(follow.published()).isEmpty();
    }

    @Test
    void knowsWhoIsAddressed() {
        var envelope = understood("""
                {'id': 'https://elsewhere.example/a/1', 'type': 'Create', 'actor': 'https://elsewhere.example/users/bo',
                 'object': 'https://elsewhere.example/n/1', 'audience': 'https://node.example/ap/g/7f3a',
                 'bcc': 'https://node.example/ap/p/ana'}
                """).envelope();
        assertThat(envelope.addresses(TEAM)).isTrue();
        assertThat(envelope.addresses(URI.create("https://node.example/ap/p/ana")))
                .isFalse();
    }

    private static Activity understood(String json) {
        return ((Understood) ActivityReader.read(Documents.of(json))).activity();
    }
}
