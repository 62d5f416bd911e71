// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.Raids;
import live.tributary.federation.vocab.RingLanes;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.Seed;
import live.tributary.node.rings.RingShare;

import static org.assertj.core.api.Assertions.assertThat;

/** What is decided without asking anybody. */
final class HandoffRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");
    private static final HandoffId HANDOFF =
            new HandoffId(URI.create("https://node.example/ap/ho/9c9de5e8-0a1e-484a-b099-e80766180a6d/3"));

    private final Random random = new Random(11);

    @ParameterizedTest
    @CsvSource({"120, 5, 20", "25, 1, 25", "26, 2, 1", "1, 1, 1"})
    void viewersGoInRaftsOfTwentyFive(int viewers, int rafts, int last) {
        var cut = Rafts.cut(travellers(viewers), HANDOFF);
        assertThat(cut).hasSize(rafts);
        assertThat(cut.getLast()).hasSize(last);
        assertThat(cut).allMatch(raft -> raft.size() <= Rafts.MOST);
        assertThat(new HashSet<>(cut.stream().flatMap(List::stream).toList())).hasSize(viewers);
    }

    @ParameterizedTest
    @CsvSource({"25, 1", "26, 2"})
    void whoSaysSoGoesTogetherAsFarAsARaftHasPlaces(int together, int rafts) {
        var viewers = Stream.concat(
                        travellers(40).stream(),
                        IntStream.range(0, together)
                                .mapToObj(number -> new Traveller("friend" + number, random.nextLong(), true)))
                .toList();
        assertThat(Rafts.cut(viewers, HANDOFF).stream()
                        .filter(raft -> raft.stream().anyMatch(Traveller::together)))
                .hasSize(rafts);
    }

    @Test
    void whoGoesWithWhomIsDrawnAnewInEachHandoff() {
        var viewers = travellers(60);
        var again = new HandoffId(URI.create(HANDOFF.address() + "1"));
        assertThat(Rafts.cut(viewers.reversed(), HANDOFF)).isEqualTo(Rafts.cut(viewers, HANDOFF));
        assertThat(Rafts.cut(viewers, again)).isNotEqualTo(Rafts.cut(viewers, HANDOFF));
    }

    @Test
    void aRaftIsDividedUntilOneIsLeft() {
        var divided = new ArrayList<List<Traveller>>(List.of(travellers(25)));
        var single = 0;
        while (!divided.isEmpty()) {
            var raft = divided.removeLast();
            var halves = Rafts.halves(raft);
            single += halves.isEmpty() ? raft.size() : 0;
            divided.addAll(halves);
        }
        assertThat(single).isEqualTo(25);
    }

    @Test
    void lanesAreDrawnAsTheRingSplitsThem() {
        Map<Lane, Integer> drawn = new EnumMap<>(Lane.class);
        IntStream.range(0, 20_000)
                .forEach(_ -> drawn.merge(Lane.draw(new Seed(random.nextLong()), Split.USUAL), 1, Integer::sum));
        assertThat(drawn.get(Lane.RING)).isBetween(9_700, 10_300);
        assertThat(drawn.get(Lane.NEIGHBOUR)).isBetween(4_700, 5_300);
        assertThat(drawn.get(Lane.OPEN)).isBetween(4_700, 5_300);
        assertThat(Split.of(List.of(ring(70, 20), ring(34, 33)))).isEqualTo(new Split(52, 26));
        assertThat(Split.of(List.of())).isEqualTo(Split.USUAL);
    }

    /** Of five rafts one at least leaves for others, whatever rings choose. */
    @Test
    void noRingKeepsMoreThanFourOfFiveForItself() {
        var legal = IntStream.rangeClosed(0, 100)
                .boxed()
                .flatMap(ring -> IntStream.rangeClosed(0, 100 - ring)
                        .filter(neighbour -> RingLanes.mayBe(ring, neighbour, 100 - ring - neighbour))
                        .mapToObj(neighbour -> ring(ring, neighbour)))
                .toList();
        assertThat(legal).hasSizeGreaterThan(100);
        assertThat(legal)
                .allMatch(share -> Split.of(List.of(share)).ring() <= 80)
                .allMatch(share -> Split.of(List.of(share, ring(70, 20))).ring() <= 80);
        assertThat(Split.USUAL.ring()).isLessThanOrEqualTo(80);
    }

    @Test
    void theSeedOfARaftIsOfItsAddressAndCannotBeTriedOut() {
        assertThat(HANDOFF.raftSeed(1)).isEqualTo(HANDOFF.raftSeed(1)).isNotEqualTo(HANDOFF.raftSeed(2));
        assertThat(HANDOFF.offer(1, 2)).hasToString(HANDOFF.address() + "/1/2");
        assertThat(HANDOFF.hash().hex()).isEqualTo("86c94566492a562912381686885a272c");
        assertThat(HANDOFF.bits()).isEqualTo(0x86c94566492a5629L);
    }

    @ParameterizedTest
    @CsvSource({"50, 0, 0, OPEN", "50, 20, 6, FEW", "50, 25, 0, OPEN", "50, 30, 20, CLOSED", "25, 0, 1, FEW"})
    void roomIsToldInWords(int most, int guests, int promised, Arrivals word) {
        assertThat(new Room(most, guests, promised).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 0, 25, true",
        "50, 25, 1, false",
        "200, 75, 25, true",
        "200, 76, 25, false",
        "25, 0, 25, true",
        "25, 25, 1, false"
    })
    void oneServerHoldsHalfOfTheRoomAndAtLeastARaft(int most, int there, int raft, boolean fits) {
        assertThat(new Room(most, 0, there).fitsOfOneServer(raft, there, 50)).isEqualTo(fits);
    }

    @Test
    void aTeamWithoutANumberHasRoomForTwiceAsManyAsWatch() {
        assertThat(Room.usual(0)).isEqualTo(25);
        assertThat(Room.usual(12)).isEqualTo(25);
        assertThat(Room.usual(40)).isEqualTo(80);
    }

    @Test
    void aLaneFlowsToWiderOnesOnly() {
        var ring = candidate("ring", Lane.RING, Arrivals.OPEN);
        var neighbour = candidate("neighbour", Lane.NEIGHBOUR, Arrivals.OPEN);
        var open = candidate("open", Lane.OPEN, Arrivals.OPEN);
        var all = List.of(open, ring, neighbour);
        assertThat(order(Lane.RING, all)).containsExactly(ring, neighbour, open);
        assertThat(order(Lane.NEIGHBOUR, all)).containsExactly(neighbour, open);
        assertThat(order(Lane.OPEN, all)).containsExactly(open);
    }

    @Test
    void whoHasRoomForARaftIsAskedFirstAndWhoHasNoneNever() {
        var few = candidate("few", Lane.OPEN, Arrivals.FEW);
        var closed = candidate("closed", Lane.OPEN, Arrivals.CLOSED);
        var unsaid = candidate("unsaid", Lane.OPEN, Arrivals.UNSAID);
        assertThat(order(Lane.OPEN, List.of(few, closed, unsaid))).containsExactly(unsaid, few);
    }

    @Test
    void whoWasSentLessThanWasDueIsDrawnMoreOften() {
        var behind = new SentTurn(0, 75).correction();
        var ahead = new SentTurn(75, 0).correction();
        assertThat(behind).isEqualTo(4 * Fixed.ONE);
        assertThat(ahead).isEqualTo(Fixed.ONE / 4);
        assertThat(SentTurn.NEW.correction()).isEqualTo(Fixed.ONE);
        var first = new Candidate(prospect("behind"), Lane.OPEN, Fixed.ONE, Arrivals.OPEN, behind);
        var second = new Candidate(prospect("ahead"), Lane.OPEN, Fixed.ONE, Arrivals.OPEN, ahead);
        // Sixteen times the weight: sixteen of seventeen.
        assertThat(won(first, second)).isBetween(910L, 970L);
    }

    @Test
    void whoIsNewInItsDirectoryIsDrawnLessOften() {
        var old = new Candidate(prospect("old"), Lane.OPEN, Fixed.ONE, Arrivals.OPEN, Fixed.ONE);
        var young = new Candidate(prospect("young"), Lane.OPEN, Fixed.ONE / 4, Arrivals.OPEN, Fixed.ONE);
        assertThat(won(old, young)).isBetween(760L, 840L);
    }

    /** How often of a thousand times. */
    private long won(Candidate first, Candidate second) {
        return IntStream.range(0, 1_000)
                .filter(_ -> Candidates.order(source(), new Seed(random.nextLong()), Lane.OPEN, List.of(first, second))
                        .getFirst()
                        .equals(first))
                .count();
    }

    @Test
    void whatWasSentIsHalfForgottenInAWeek() {
        assertThat(new SentTurn(40, 20).after(Duration.ofDays(7))).isEqualTo(new SentTurn(20, 10));
    }

    @Test
    void nobodyIsSentWhereTheyUnderstandNothingOrSeeWhatTheyDidNotAgreeTo() {
        var source = source();
        assertThat(fits(source, prospect("a", List.of("en-GB"), List.of(), Raids.EVERYONE)))
                .isTrue();
        assertThat(fits(source, prospect("a", List.of(), List.of("flashing"), Raids.EVERYONE)))
                .isTrue();
        assertThat(fits(source, prospect("a", List.of("no"), List.of(), Raids.EVERYONE)))
                .isFalse();
        assertThat(fits(source, prospect("a", List.of("en"), List.of("violence"), Raids.EVERYONE)))
                .isFalse();
    }

    @Test
    void whoLetsNobodyInOrCannotBeAskedIsNoCandidate() {
        assertThat(fits(source(), prospect("a", List.of(), List.of(), Raids.NOBODY)))
                .isFalse();
        assertThat(fits(source(), prospect("a", List.of(), List.of(), Raids.UNSAID)))
                .isFalse();
        assertThat(fits(source(), prospect("a", List.of(), List.of(), Raids.RING)))
                .isFalse();
        assertThat(Candidates.fits(source(), prospect("a", List.of(), List.of(), Raids.RING), Lane.RING))
                .isTrue();
    }

    @Test
    void atMostNineAreAskedThreeAtOnce() {
        var many = Stream.iterate(1, number -> number + 1)
                .limit(20)
                .map(number -> candidate("team" + number, Lane.OPEN, Arrivals.OPEN))
                .toList();
        assertThat(Waves.of(many)).extracting(List::size).containsExactly(3, 3, 3);
        assertThat(Waves.of(many.subList(0, 4))).extracting(List::size).containsExactly(3, 1);
        assertThat(Waves.askAll(many)).isFalse();
        assertThat(Waves.askAll(many.subList(0, 9))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://kiln.example/@kiln/ines, https://kiln.example/@kiln/ines?arrive=t",
        "https://kiln.example/w?v=1, https://kiln.example/w?v=1&arrive=t",
        "https://kiln.example/w#top, https://kiln.example/w?arrive=t"
    })
    void aTicketStandsInTheQuery(URI page, URI address) {
        assertThat(ArrivalAddress.of(page, "t")).isEqualTo(address);
    }

    private List<Traveller> travellers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Traveller("place" + number, random.nextLong(), false))
                .toList();
    }

    private static List<Candidate> order(Lane lane, List<Candidate> candidates) {
        return Candidates.order(source(), HANDOFF.raftSeed(1), lane, candidates);
    }

    private static boolean fits(Source source, Prospect prospect) {
        return Candidates.fits(source, prospect, Lane.OPEN);
    }

    private static Candidate candidate(String name, Lane lane, Arrivals arrivals) {
        return new Candidate(prospect(name), lane, Fixed.ONE, arrivals, Fixed.ONE);
    }

    private static Prospect prospect(String name) {
        return prospect(name, List.of("en"), List.of(), Raids.EVERYONE);
    }

    private static Prospect prospect(String name, List<String> languages, List<String> labels, Raids raids) {
        var server = URI.create("https://" + name + ".example/");
        return new Prospect(
                server.resolve("/g"),
                server.resolve("/g/inbox"),
                name,
                server.resolve("/v"),
                "",
                server.resolve("/w"),
                NOW,
                languages,
                List.of("boats"),
                labels,
                raids,
                true,
                NOW);
    }

    private static Source source() {
        return SourceExample.of(NOW);
    }

    private static RingShare ring(int ring, int neighbour) {
        return new RingShare(URI.create("https://ring.example/r"), "ring", ring, neighbour, 100 - ring - neighbour);
    }
}
