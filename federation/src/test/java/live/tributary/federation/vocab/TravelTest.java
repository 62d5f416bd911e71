// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

final class TravelTest {

    private static final String OFFER = """
            {'type': 'Offer', 'id': 'https://a.example/ho/1/2', 'actor': 'https://a.example/g',
             'object': {'type': 'Travel', 'origin': 'https://a.example/v', 'target': 'https://b.example/v'},
             'handoff': 'https://a.example/ho/1', 'raft': 2, 'raftSize': 18, 'handoffKind': 'end', 'lane': 'ring',
             'endTime': '2026-11-22T19:00:05Z'}""";

    private static final String RECEIPT = """
            {'type': 'Travel', 'id': 'https://b.example/t/1', 'actor': 'https://b.example/g',
             'origin': 'https://a.example/v', 'target': 'https://b.example/v', 'handoff': 'https://a.example/ho/1',
             'raft': 2, 'result': {'type': 'Collection', 'totalItems': 17}}""";

    @Test
    void readsAnOfferOfARaft() {
        assertThat(offer(OFFER))
                .contains(new TravelOffer(
                        new Travel.Raft(URI.create("https://a.example/ho/1"), 2),
                        HandoffKind.END,
                        TravelLane.RING,
                        18,
                        URI.create("https://a.example/v"),
                        URI.create("https://b.example/v"),
                        Instant.parse("2026-11-22T19:00:05Z")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'raftSize': 18, 'raftSize': 26",
                "'raftSize': 18, 'raftSize': 0",
                "'raftSize': 18, 'raftSize': 2.5",
                "'raft': 2, 'raft': 0",
                "'raft': 2, 'raft': 65536",
                "'handoffKind': 'end', 'handoffKind': 'push'",
                "'lane': 'ring', 'lane': 'paid'",
                "'type': 'Travel', 'type': 'Note'",
                "'endTime': '2026-11-22T19:00:05Z', 'endTime': 'soon'"
            })
    void isNoneWithoutAllThatIsNeeded(String right, String wrong) {
        assertThat(OFFER).contains(right);
        assertThat(offer(OFFER.replace(right, wrong))).isEmpty();
    }

    @Test
    void aHeartbeatIsNone() {
        assertThat(offer("""
                {'type': 'Offer', 'id': 'https://a.example/hb/1', 'actor': 'https://a.example/g',
                 'object': 'https://a.example/v', 'arrivals': 'few'}""")).isEmpty();
    }

    @Test
    void readsAReceiptAndWhoIsOnTheirWay() {
        assertThat(travel(RECEIPT).arrived()).isEqualTo(OptionalInt.of(17));
        assertThat(travel(RECEIPT).raft()).contains(new Travel.Raft(URI.create("https://a.example/ho/1"), 2));
        assertThat(travel(RECEIPT.replace("'totalItems': 17", "'totalItems': 1700"))
                        .arrived())
                .isEmpty();
        assertThat(travel(RECEIPT.replace("'result'", "'other'")).arrived()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"everyone, EVERYONE", "ring, RING", "following, FOLLOWING", "nobody, NOBODY", "friends, NOBODY"})
    void readsWhoseViewersATeamLetsIn(String word, Raids raids) {
        assertThat(actor("'raids': '%s',".formatted(word)).raids()).isEqualTo(raids);
        assertThat(actor("").raids()).isEqualTo(Raids.UNSAID);
    }

    @ParameterizedTest
    @CsvSource({"open, OPEN", "few, FEW", "closed, CLOSED", "many, CLOSED"})
    void readsForHowManyThereIsRoom(String word, Arrivals arrivals) {
        var offer = (Offer) activity(OFFER.replace("'raft':", "'arrivals': '%s', 'raft':".formatted(word)));
        assertThat(offer.envelope().arrivals()).isEqualTo(arrivals);
        assertThat(activity(OFFER).envelope().arrivals()).isEqualTo(Arrivals.UNSAID);
    }

    private static Optional<TravelOffer> offer(String json) {
        return TravelOffer.read((Offer) activity(json));
    }

    private static Travel travel(String json) {
        return (Travel) activity(json);
    }

    private static Activity activity(String json) {
        return ((ActivityReading.Understood) ActivityReader.read(document(json))).activity();
    }

    private static RemoteActor actor(String members) {
        return ActorReader.read(document("""
                {'type': 'Group', %s 'id': 'https://a.example/g', 'preferredUsername': 'a',
                 'inbox': 'https://a.example/g/inbox'}""".formatted(members))).orElseThrow();
    }

    private static ObjectNode document(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
