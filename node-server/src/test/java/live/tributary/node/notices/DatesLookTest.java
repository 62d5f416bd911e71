// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import live.tributary.federation.vocab.RemoteCollection;
import live.tributary.node.notices.StartStore.Start;

import static org.assertj.core.api.Assertions.assertThat;

final class DatesLookTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:04:00Z");
    private static final URI TEAM = URI.create("https://pond.example/ap/g/1");

    private final ArrayNode items = JsonMapper.shared().createArrayNode();

    @Test
    void takesTheEarliestOfTooManyDates() {
        for (int day = DatesLook.MOST + 5; day > 0; day--) {
            event("/e/" + day, TEAM.toString(), NOW.plus(Duration.ofDays(day)));
        }
        assertThat(starts())
                .hasSize(DatesLook.MOST)
                .extracting(Start::at)
                .isSorted()
                .startsWith(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void leavesOutWhatIsOverTooFarAwayOrOfSomebodyElse() {
        event("/e/over", TEAM.toString(), NOW);
        event("/e/far", TEAM.toString(), NOW.plus(DatesLook.FURTHEST));
        event("/e/other", "https://pond.example/ap/g/2", NOW.plusSeconds(60));
        event("https://elsewhere.example/e/1", TEAM.toString(), NOW.plusSeconds(60));
        event("/e/good", TEAM.toString(), NOW.plus(DatesLook.FURTHEST).minusSeconds(1));
        assertThat(starts()).extracting(start -> start.event().getPath()).containsExactly("/e/good");
    }

    @Test
    void makesTitlesOneShortLine() {
        items.addObject()
                .put("type", "Event")
                .put("id", "https://pond.example/e/1")
                .put("name", "a\nb " + "x".repeat(500))
                .put("startTime", NOW.plusSeconds(60).toString());
        assertThat(starts().getFirst().title())
                .hasSizeLessThanOrEqualTo(DatesLook.LONGEST_TITLE)
                .doesNotContain("\n");
    }

    private void event(String address, String team, Instant at) {
        items.addObject()
                .put("type", "Event")
                .put("id", TEAM.resolve(address).toString())
                .put("attributedTo", team)
                .put("name", "Evening")
                .put("startTime", at.toString());
    }

    private List<Start> starts() {
        var collection = JsonMapper.shared().createObjectNode().put("type", "OrderedCollection");
        collection.set("orderedItems", items);
        return DatesLook.starts(RemoteCollection.read(collection).orElseThrow(), TEAM, NOW);
    }
}
