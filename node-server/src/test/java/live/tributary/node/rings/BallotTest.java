// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.node.rings.Ballot.Result;

import static org.assertj.core.api.Assertions.assertThat;

final class BallotTest {

    private static final Instant CLOSES = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant BEFORE = CLOSES.minusSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "5, 3, 0, YES",
        "5, 2, 2, OPEN",
        "5, 0, 3, NO",
        "4, 2, 0, OPEN",
        "4, 3, 1, YES",
        "4, 0, 2, NO",
        "1, 0, 0, OPEN"
    })
    void moreThanHalfOfTheMembersDecide(int members, int yes, int no, Result result) {
        var votes = Stream.concat(
                        IntStream.range(0, yes).mapToObj(each -> new Vote(member(each), true)),
                        IntStream.range(yes, yes + no).mapToObj(each -> new Vote(member(each), false)))
                .toList();
        assertThat(new Ballot(members(members), Set.of()).count(votes, CLOSES, BEFORE))
                .isEqualTo(result);
    }

    @Test
    void whoHasNoMajorityWhenItClosesIsNotTakenIn() {
        var votes = List.of(new Vote(member(0), true), new Vote(member(1), true));
        assertThat(new Ballot(members(4), Set.of()).count(votes, CLOSES, CLOSES))
                .isEqualTo(Result.NO);
    }

    @Test
    void aStewardDecidesAlone() {
        var ballot = new Ballot(members(5), Set.of(member(0)));
        assertThat(ballot.count(List.of(new Vote(member(0), true)), CLOSES, BEFORE))
                .isEqualTo(Result.YES);
        var against = List.of(
                new Vote(member(1), true),
                new Vote(member(2), true),
                new Vote(member(3), true),
                new Vote(member(0), false));
        assertThat(ballot.count(against, CLOSES, BEFORE)).isEqualTo(Result.NO);
    }

    @Test
    void strangersHaveNoVote() {
        var votes = IntStream.range(10, 20)
                .mapToObj(each -> new Vote(member(each), true))
                .toList();
        assertThat(new Ballot(members(3), Set.of()).count(votes, CLOSES, BEFORE))
                .isEqualTo(Result.OPEN);
    }

    @Test
    void aStewardWhoIsNoMemberAnyMoreDecidesNothing() {
        var ring = Stretches.ring(List.of("a", "b", "c")).withStewards(List.of(Stretches.actor("gone")));
        var votes = List.of(new Vote(Stretches.actor("gone"), true));
        assertThat(Ballot.onJoining(ring).count(votes, CLOSES, BEFORE)).isEqualTo(Result.OPEN);
    }

    /** A ring that goes on with another names all of its members before they say that they come along. */
    @Test
    void whoDoesNotSayThatTheyAreInHasNoVoteAndDecidesNothing() {
        var silent = Stretches.member("c").holding(false);
        var ring = Stretches.ring(List.of("a", "b"))
                .with(silent)
                .with(Stretches.member("d").holding(false))
                .withStewards(List.of(silent.address()));
        assertThat(ring.isSteward(silent.address())).isFalse();
        var ballot = Ballot.onJoining(ring);
        assertThat(ballot.count(List.of(new Vote(silent.address(), true)), CLOSES, BEFORE))
                .isEqualTo(Result.OPEN);
        var both = List.of(new Vote(Stretches.actor("a"), true), new Vote(Stretches.actor("b"), true));
        assertThat(ballot.count(both, CLOSES, BEFORE)).isEqualTo(Result.YES);
    }

    @Test
    void whoIsToGoHasNoSayInIt() {
        var ring = Stretches.ring(List.of("a", "b", "c"));
        var votes = List.of(new Vote(Stretches.actor("b"), true), new Vote(Stretches.actor("c"), true));
        assertThat(Ballot.onExpelling(ring, Stretches.actor("a")).count(votes, Instant.MAX, BEFORE))
                .isEqualTo(Result.YES);
        assertThat(Ballot.onExpelling(ring, Stretches.actor("c")).count(votes, Instant.MAX, BEFORE))
                .isEqualTo(Result.OPEN);
    }

    private static Set<URI> members(int count) {
        return IntStream.range(0, count).mapToObj(BallotTest::member).collect(Collectors.toSet());
    }

    private static URI member(int number) {
        return URI.create("https://node.example/ap/g/" + number);
    }
}
