// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.vouches.Hands.Owned;

import static org.assertj.core.api.Assertions.assertThat;

final class HandsTest {

    private static final Gid OWL = gid("owl");
    private static final Gid EEL = gid("eel");
    private static final Gid NEWT = gid("newt");
    private static final Gid TOAD = gid("toad");

    private final List<Owned> teams = List.of(
            new Owned(OWL, Set.of("domain:owl.example", "block:c00002")),
            new Owned(EEL, Set.of("domain:eel.example", "block:c00002")),
            new Owned(NEWT, Set.of("domain:eel.example")),
            new Owned(TOAD, Set.of("domain:toad.example")));

    @Test
    void whoSharesAnythingHasTheSameHandsAlsoThroughOthers() {
        var hands = Hands.of(teams);
        assertThat(hands.of(OWL)).isEqualTo(hands.of(EEL)).isEqualTo(hands.of(NEWT));
        assertThat(hands.of(TOAD)).isNotEqualTo(hands.of(OWL));
    }

    @Test
    void theOrderInWhichTheyComeChangesNothing() {
        var random = new Random(3);
        for (int round = 0; round < 20; round++) {
            var shuffled = new ArrayList<>(teams);
            Collections.shuffle(shuffled, random);
            assertThat(Hands.of(shuffled).of(NEWT)).isEqualTo("block:c00002");
        }
    }

    @Test
    void theNumberIsTheSameForAllOfThemAndAnotherOneTomorrow() {
        var hands = Hands.of(teams);
        assertThat(hands.number(OWL, "today"))
                .isEqualTo(hands.number(NEWT, "today"))
                .isNotNegative();
        assertThat(hands.number(TOAD, "today")).isNotEqualTo(hands.number(OWL, "today"));
        assertThat(hands.number(OWL, "tomorrow")).isNotEqualTo(hands.number(OWL, "today"));
    }

    private static Gid gid(String name) {
        return Gid.of(URI.create("https://%s.example/ap/g/1".formatted(name)));
    }
}
