// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.util.List;

import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Drawn;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Nonce;

import static org.assertj.core.api.Assertions.assertThat;

final class WhyTest {

    private static final Nonce OWN = new Nonce("ab".repeat(16));

    private static Drawn card(int f, List<String> shared, String... reasons) {
        return new Drawn(
                new Gid(5),
                3,
                "en",
                1,
                shared,
                1_048_576,
                f,
                285_142,
                6_250_312,
                5_242_880,
                14_073_046,
                List.of(reasons));
    }

    @Test
    void saysTheExampleOfTheSpecification() {
        var card = card(1_436_549, List.of("pottery"), "lang:en", "tag:pottery", "turn:behind");

        assertThat(Why.json(card, Minute.parse("2026-11-22T19:04Z").orElseThrow())
                        .toString())
                .isEqualTo(
                        "{\"snapshot\":\"2026-11-22T19:04Z\",\"position\":3,\"pool\":\"en\",\"tier\":1,"
                                + "\"shared_tags\":[\"pottery\"],\"a\":1048576,\"f\":1436549,\"r\":285142,\"w\":6250312,"
                                + "\"L\":5242880,\"key\":\"14073046\",\"reason\":[\"lang:en\",\"tag:pottery\",\"turn:behind\"]}");
        assertThat(Why.words(card, OWN))
                .isEqualTo(
                        "In English, tagged pottery as you chose. This team has had 73\u00a0% of its fair share lately, "
                                + "so it is a little more likely. The order was drawn by lot for this session.");
    }

    @Test
    void saysWhatElseThereIs() {
        assertThat(Why.words(card(Fixed.ONE / 2, List.of(), "lang:en", "turn:ahead"), Nonce.HOUSE))
                .isEqualTo(
                        "In English. This team has had 200\u00a0% of its fair share lately, so it is a little less likely. "
                                + "The order was drawn by lot, this minute the same for everybody.");
        assertThat(Why.words(card(Fixed.ONE, List.of("a", "b", "c"), "turn:even", "newcomer-cap", "allowance"), OWN))
                .startsWith(
                        "In English, tagged a, b and c as you chose. This team has had about its fair share lately.")
                .contains("Nobody vouches for this team yet", "live for longer than counts in full");
    }
}
