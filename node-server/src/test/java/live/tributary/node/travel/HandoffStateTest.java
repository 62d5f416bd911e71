// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.Raids;
import live.tributary.federation.vocab.TravelLane;

import static org.assertj.core.api.Assertions.assertThat;

/** Who waits, and who goes with whom. */
final class HandoffStateTest {

    private static final Instant END = Instant.parse("2026-11-22T21:00:00Z");
    private static final URI KILN = URI.create("https://kiln.example/g");

    private final Random random = new Random(3);
    private final Handoff handoff = new Handoff(
            new HandoffId(URI.create("https://node.example/ap/ho/1/1")),
            1,
            SourceExample.of(END),
            HandoffKind.END,
            new Aim.Drawn(),
            END);

    @Test
    void whoSeesTheEndTogetherGoesTogether() {
        var places = join(30, END);
        assertThat(handoff.gathered(END.plusMillis(1_999))).isEmpty();
        var rafts = handoff.gathered(END.plus(Handoff.GATHERING));
        assertThat(rafts).extracting(Raft::size).containsExactly(25, 5);
        assertThat(places).allMatch(place -> handoff.raft(place).isPresent());
        assertThat(handoff.gathered(END.plusSeconds(60))).isEmpty();
    }

    @Test
    void whoComesLaterGoesWithOthersWhoCameLater() {
        join(3, END);
        var first = handoff.gathered(END.plusSeconds(2)).getFirst();
        var late = join(2, END.plusSeconds(8));
        var second = handoff.gathered(END.plusSeconds(10)).getFirst();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(late).allMatch(place -> handoff.raft(place).orElseThrow() == second);
    }

    @Test
    void nobodyJoinsWhereTooManyDidOrLongAfter() {
        assertThat(handoff.join(1, false, 1, END)).isPresent();
        assertThat(handoff.join(2, false, 1, END)).isEmpty();
        assertThat(handoff.join(3, false, 9, END.plus(Handoff.LIFE).plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void aRaftThatIsDividedKeepsEverybodyAndWhoRefusedIt() {
        var places = join(9, END);
        var raft = handoff.gathered(END.plusSeconds(2)).getFirst();
        handoff.settle(raft, held());
        assertThat(handoff.refuse(raft, KILN)).isTrue();
        assertThat(handoff.refuse(raft, KILN))
                .as("one of many pages that found it gone")
                .isFalse();
        var halves = handoff.split(raft);
        assertThat(halves).extracting(Raft::size).containsExactly(4, 5);
        assertThat(halves).allMatch(half -> handoff.refused(half).equals(Set.of(KILN)));
        assertThat(places).allMatch(place -> halves.contains(handoff.raft(place).orElseThrow()));
    }

    @Test
    void whoHasSaidThatTheyStayIsInNoHalf() {
        var places = join(3, END);
        var raft = handoff.gathered(END.plusSeconds(2)).getFirst();
        handoff.forget(places.getFirst());
        assertThat(handoff.split(raft)).extracting(Raft::size).containsExactly(1, 1);
        assertThat(handoff.raft(places.getFirst())).isEmpty();
    }

    @Test
    void nobodyGoesElsewhereMoreThanFiveTimesNorWhileItIsLookedForThem() {
        var place = join(1, END).getFirst();
        handoff.gathered(END.plusSeconds(2));
        for (int times = 0; times < Handoff.MOST_ELSEWHERE; times++) {
            assertThat(handoff.alone(place)).as("it is looked for them").isEmpty();
            handoff.settle(handoff.raft(place).orElseThrow(), held());
            assertThat(handoff.alone(place)).isPresent();
        }
        handoff.settle(handoff.raft(place).orElseThrow(), held());
        assertThat(handoff.alone(place)).isEmpty();
    }

    @Test
    void whoTookTheirYesBackHoldsNothingAndIsAskedNoMore() {
        join(1, END);
        var raft = handoff.gathered(END.plusSeconds(2)).getFirst();
        assertThat(handoff.hold(raft, held(), () -> true)).isFalse();
        assertThat(raft.whereto()).isInstanceOf(Whereto.Searching.class);
        assertThat(handoff.refused(raft)).containsExactly(KILN);
        assertThat(handoff.hold(raft, held(), () -> false)).isTrue();
        assertThat(handoff.isHeldBy(raft, KILN)).isTrue();
    }

    @Test
    void aTeamThatDidNotAnswerIsAskedForNoOtherRaft() {
        join(30, END);
        var rafts = handoff.gathered(END.plusSeconds(2));
        handoff.noteSilence(KILN);
        assertThat(rafts).allMatch(raft -> handoff.refused(raft).equals(Set.of(KILN)));
        assertThat(handoff.split(rafts.getFirst()))
                .allMatch(half -> handoff.refused(half).equals(Set.of(KILN)));
    }

    @Test
    void aRaftThatIsHeldAlreadyKeepsItsPlacesWhenTheSearchIsGivenUp() {
        join(30, END);
        var rafts = handoff.gathered(END.plusSeconds(2));
        handoff.settle(rafts.getFirst(), held());
        rafts.forEach(raft -> handoff.giveUp(raft, new Whereto.Nowhere()));
        assertThat(rafts).extracting(Raft::whereto).containsExactly(held(), new Whereto.Nowhere());
    }

    private static Whereto.Held held() {
        var video = URI.create("https://kiln.example/v/1");
        var kiln = new Prospect(
                KILN,
                URI.create("https://kiln.example/inbox"),
                "Kiln",
                video,
                "Glaze tests",
                URI.create("https://kiln.example/"),
                END,
                List.of("en"),
                List.of(),
                List.of(),
                Raids.EVERYONE,
                true,
                END);
        return new Whereto.Held(
                kiln, TravelLane.OPEN, URI.create("https://node.example/ap/ho/1/1/1/1"), END.plusSeconds(300));
    }

    @Test
    void whoDoesNotWantToGoThereGoesAlone() {
        var places = join(2, END);
        var raft = handoff.gathered(END.plusSeconds(2)).getFirst();
        handoff.settle(raft, new Whereto.Nowhere());
        var alone = handoff.alone(places.getFirst()).orElseThrow();
        assertThat(alone.size()).isEqualTo(1);
        assertThat(handoff.raft(places.getFirst())).contains(alone);
        assertThat(handoff.raft(places.getLast())).contains(raft);
    }

    @Test
    void eachPlaceIsCountedOnceAndWhoStaysIsForgotten() {
        var place = join(1, END).getFirst();
        var raft = handoff.gathered(END.plusSeconds(2)).getFirst();
        assertThat(handoff.depart(raft, place)).isTrue();
        assertThat(handoff.depart(raft, place)).isFalse();
        handoff.forget(place);
        assertThat(handoff.whereto(place)).isEmpty();
        assertThat(handoff.isOver(END.plus(Duration.ofMinutes(11)))).isTrue();
    }

    private List<String> join(int viewers, Instant at) {
        return IntStream.range(0, viewers)
                .mapToObj(_ -> handoff.join(random.nextLong(), false, 100, at).orElseThrow())
                .toList();
    }
}
