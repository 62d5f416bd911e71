// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingRollReader;
import live.tributary.federation.vocab.RingStop;

import static org.assertj.core.api.Assertions.assertThat;

final class RingRollTest {

    @Test
    void isReadAsItWasWritten() {
        assertThat(RingRollReader.read(RingRollWriter.write(Examples.roll()))).contains(Examples.roll());
    }

    @Test
    void readsOnlyTheFirstSixtyMembers() {
        var many = written();
        var items = many.putArray("orderedItems");
        IntStream.range(0, 61).forEach(number -> items.add("https://node.example/ap/g/" + number));
        assertThat(read(many).stops())
                .hasSize(RingRoll.MOST_STOPS)
                .first()
                .isEqualTo(new RingStop.Team(URI.create("https://node.example/ap/g/0")));
    }

    @Test
    void keepsTheLinesOfACharterAndNothingThatHides() {
        assertThat(read(written().put("content", "One.\r\nTwo\u202e.\u200b")).charter())
                .isEqualTo("One.\nTwo.");
        assertThat(read(written().put("content", "x".repeat(2_100))).charter()).hasSize(RingRoll.LONGEST_CHARTER);
    }

    @ParameterizedTest
    @CsvSource({"34, 33, 33, true", "70, 20, 10, true", "71, 19, 10, false", "33, 33, 34, false", "50, 25, 26, false"})
    void dividesTravellersOnlyWithinTheLimits(int ring, int neighbour, int open, boolean may) {
        assertThat(RingLanes.mayBe(ring, neighbour, open)).isEqualTo(may);
        var document = written();
        document.putArray("lanes").add(ring).add(neighbour).add(open);
        assertThat(read(document).lanes()).isEqualTo(may ? new RingLanes(ring, neighbour, open) : RingLanes.USUAL);
    }

    @Test
    void isNoRingWithoutItsRing() {
        assertThat(RingRollReader.read(written().without("attributedTo").asObject()))
                .isEmpty();
        assertThat(RingRollReader.read(written().put("type", "Note"))).isEmpty();
    }

    private static RingRoll read(ObjectNode document) {
        return RingRollReader.read(document).orElseThrow();
    }

    private static ObjectNode written() {
        return JsonMapper.shared()
                .readValue(RingRollWriter.write(Examples.roll()).toString(), ObjectNode.class);
    }
}
