// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Filter.Search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

final class DrawTest {

    private static final DayKey KEY = new DayKey("07".repeat(32));

    @Test
    void computesTheExampleOfTheSpecification() {
        long weight = Draw.weight(1_048_576, 1_436_549, 285_142);

        assertThat(weight).isEqualTo(6_250_312);
        assertThat(Draw.key(5_242_880, weight)).isEqualTo(14_073_046);
    }

    @Test
    void neitherTheLeastNorTheGreatestNumbersOverflow() {
        assertThat(Draw.weight(1, Fixed.ONE / 4, Relevance.NONE)).isEqualTo(1);
        assertThat(Draw.weight(Fixed.ONE, 4L * Fixed.ONE, 524_288)).isEqualTo(32L * Fixed.ONE);
        assertThat(Draw.key(Lots.lot(1), 1)).isEqualTo(1L << 62);
    }

    /** Against everything drawn and sorted, without a heap and without the cheap bound. */
    @Property(tries = 200)
    void givesTheWholeOrderPageByPage(@ForAll long number, @ForAll @IntRange(max = 120) int groups) {
        var any = new Any(number);
        var snapshot = any.snapshot(groups, KEY);
        var filter = any.filter(snapshot);
        var seed = any.seed();
        var draw = new Draw(snapshot, filter, seed);
        var pages = new ArrayList<Drawn>();
        for (int page = 1; page <= 1 + groups / Draw.PAGE; page++) {
            pages.addAll(draw.page(page));
        }

        assertThat(pages).extracting(Drawn::gid).isEqualTo(sorted(snapshot, filter, seed));
        assertThat(draw.order(groups)).isEqualTo(sorted(snapshot, filter, seed));
        assertThat(draw.page(2 + groups / Draw.PAGE)).isEmpty();
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).position()).isEqualTo(i + 1);
        }
    }

    private static List<Gid> sorted(Snapshot snapshot, Filter filter, Seed seed) {
        return snapshot.lines().stream()
                .filter(filter::lets)
                .map(line ->
                        new Draw(only(snapshot, line), filter, seed).page(1).getFirst())
                .sorted(Comparator.comparingInt(Drawn::tier)
                        .thenComparingLong(Drawn::key)
                        .thenComparing(Drawn::gid))
                .map(Drawn::gid)
                .toList();
    }

    private static Snapshot only(Snapshot snapshot, GroupLine line) {
        return new Snapshot(
                snapshot.minute(),
                snapshot.previous(),
                snapshot.dayKey(),
                snapshot.nextDayKey(),
                snapshot.newcomerCaps(),
                List.of(line));
    }

    @Property(tries = 100)
    void goesByNoOrderOfTheInput(@ForAll long number, @ForAll @IntRange(max = 120) int groups) {
        var any = new Any(number);
        var snapshot = any.snapshot(groups, KEY);
        var filter = any.filter(snapshot);
        var shuffled = new ArrayList<>(snapshot.lines());
        Collections.shuffle(shuffled, new Random(number));
        var other = new Snapshot(
                snapshot.minute(),
                snapshot.previous(),
                snapshot.dayKey(),
                snapshot.nextDayKey(),
                snapshot.newcomerCaps(),
                shuffled);
        var seed = any.seed();

        // A snapshot is sorted: whoever makes one gets the same, and so the same draw.
        assertThat(other).isEqualTo(snapshot);
        assertThat(new Draw(other, filter, seed).page(1)).isEqualTo(new Draw(snapshot, filter, seed).page(1));
    }

    /** Two and two have one lot: its last bit is lost. Of some pairs one number is negative where signs are looked at. */
    @Test
    void ordersEqualKeysByTheUnsignedNumber() {
        var pools = List.of(new PoolLine("en", Fixed.ONE, Fixed.ONE));
        var lines = LongStream.range(1_000, 1_040)
                .mapToObj(hash -> new Gid(unmix64(hash)))
                .map(gid -> new GroupLine(gid, 1, true, pools, List.of(), List.of()))
                .toList();
        var minute = Minute.parse("2026-11-22T19:04Z").orElseThrow();
        var snapshot = new Snapshot(minute, Hash.NONE, KEY.commitment(), KEY.commitment(), Map.of(), lines);
        var draw = new Draw(snapshot, Filter.NONE, new Seed(0));
        var cards = Stream.concat(draw.page(1).stream(), draw.page(2).stream()).toList();

        assertThat(cards.stream().map(Drawn::key).distinct()).hasSize(20);
        assertThat(cards)
                .hasSize(40)
                .isSortedAccordingTo(Comparator.comparingLong(Drawn::key)
                        .thenComparing(card -> card.gid().bits(), Long::compareUnsigned));
    }

    /** SplitMix64's finaliser backwards. */
    private static long unmix64(long mixed) {
        long z = mixed ^ (mixed >>> 31) ^ (mixed >>> 62);
        z *= 0x319642B2D24D8EC3L;
        z = z ^ (z >>> 27) ^ (z >>> 54);
        z *= 0x96DE1B173F119089L;
        z = z ^ (z >>> 30) ^ (z >>> 60);
        return z - 0x9E3779B97F4A7C15L;
    }

    @Property(tries = 500)
    void weighsMoreForMoreOfEachFactor(
            @ForAll @IntRange(min = 1, max = Fixed.ONE) int a,
            @ForAll @IntRange(min = Fixed.ONE / 4, max = 4 * Fixed.ONE) int f,
            @ForAll @IntRange(min = 65_536, max = 524_288) int r,
            @ForAll @IntRange(max = 100_000) int more) {
        long weight = Draw.weight(a, f, r);

        assertThat(Draw.weight(a + more, f, r)).isGreaterThanOrEqualTo(weight);
        assertThat(Draw.weight(a, f + more, r)).isGreaterThanOrEqualTo(weight);
        assertThat(Draw.weight(a, f, r + more)).isGreaterThanOrEqualTo(weight);
        assertThat(Draw.key(1L << 32, weight)).isGreaterThanOrEqualTo(Draw.key(1L << 32, weight + more));
    }

    /** Of the least to the greatest of each factor, the weight is in proportion. */
    @Test
    void weighsTwiceForTwiceOfAFactor() {
        long weight = Draw.weight(Fixed.ONE / 8, Fixed.ONE, 65_536);

        assertThat(Draw.weight(Fixed.ONE / 4, Fixed.ONE, 65_536)).isEqualTo(2 * weight);
        assertThat(Draw.weight(Fixed.ONE / 8, 2 * Fixed.ONE, 65_536)).isEqualTo(2 * weight);
        assertThat(Draw.weight(Fixed.ONE / 8, Fixed.ONE, 131_072)).isEqualTo(2 * weight);
        assertThat(Draw.key(1L << 32, 2 * weight)).isEqualTo(Draw.key(1L << 32, weight) / 2);
    }

    /** 16.92 is what chi-square passes once in twenty times at nine degrees of freedom, 27.88 once in a thousand. */
    @Test
    void isFirstAsOftenAsItsWeightSays() {
        var snapshot = ofWeights(1, 1, 1, 2, 2, 3, 4, 4, 4, 2);
        int draws = 20_000;
        var first = counts(snapshot, draws, 0, new Random(5));
        double whole = 24;
        double chiSquare = 0;
        for (GroupLine line : snapshot.lines()) {
            double expected = draws * 4 * Fixed.toDouble(line.pools().getFirst().allowance()) / whole;
            chiSquare += Math.pow(first.getOrDefault(line.gid(), 0) - expected, 2) / expected;
        }

        assertThat(chiSquare).isLessThan(27.88);
    }

    /** So far off is one in a million. */
    @Property(tries = 25)
    void isFirstAsOftenAsAnyWeightsSay(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 4) Integer> quarters, @ForAll long dice) {
        var snapshot = ofWeights(quarters.stream().mapToInt(Integer::intValue).toArray());
        int draws = 3_000;
        var first = counts(snapshot, draws, 0, new Random(dice));
        double whole = quarters.stream().mapToInt(Integer::intValue).sum();
        double chiSquare = snapshot.lines().stream()
                .mapToDouble(line -> {
                    double weight = 4 * Fixed.toDouble(line.pools().getFirst().allowance());
                    double expected = draws * weight / whole;
                    return Math.pow(first.getOrDefault(line.gid(), 0) - expected, 2) / expected;
                })
                .sum();
        assertThat(chiSquare).isLessThan(oneInAMillion(quarters.size() - 1));
    }

    /** What chi-square passes so seldom, near enough (Wilson and Hilferty). */
    private static double oneInAMillion(int degrees) {
        double part = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - part + 4.75 * Math.sqrt(part), 3);
    }

    /** Second among three is whoever is first among the two that are left: Plackett and Luce. */
    @Test
    void isSecondAsOftenAsItsWeightAmongTheRestSays() {
        var snapshot = ofWeights(1, 2, 4);
        int draws = 20_000;
        var second = counts(snapshot, draws, 1, new Random(5));
        var heaviest = snapshot.lines().stream()
                .filter(line -> line.pools().getFirst().allowance() == Fixed.ONE)
                .findFirst()
                .orElseThrow();

        double expected = 1 / 7.0 * (4 / 6.0) + 2 / 7.0 * (4 / 5.0);
        assertThat(second.getOrDefault(heaviest.gid(), 0) / (double) draws).isCloseTo(expected, within(0.012));
    }

    /** In quarters of a full place. */
    private static Snapshot ofWeights(int... quarters) {
        var lines = new ArrayList<GroupLine>();
        for (int i = 0; i < quarters.length; i++) {
            var pool = new PoolLine("en", quarters[i] * (Fixed.ONE / 4), Fixed.ONE);
            lines.add(new GroupLine(new Gid(Lots.mix64(i)), i, true, List.of(pool), List.of(), List.of()));
        }
        var minute = Minute.parse("2026-11-22T19:04Z").orElseThrow();
        return new Snapshot(minute, Hash.NONE, KEY.commitment(), KEY.commitment(), Map.of(), lines);
    }

    private static Map<Gid, Integer> counts(Snapshot snapshot, int draws, int place, Random random) {
        var counts = new HashMap<Gid, Integer>();
        for (int i = 0; i < draws; i++) {
            var page = new Draw(snapshot, Filter.NONE, new Seed(random.nextLong())).page(1);
            counts.merge(page.get(place).gid(), 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void countsACardInTheFirstOfTheVisitorsLanguagesThatItLists() {
        var english = new PoolLine("en", Fixed.ONE, Fixed.ONE);
        var german = new PoolLine("de", Fixed.ONE / 2, 2 * Fixed.ONE);
        var line = new GroupLine(new Gid(1), 1, true, List.of(english, german), List.of(), List.of());

        assertThat(line.poolFor(List.of("fr", "de", "en"))).isEqualTo(german);
        assertThat(line.poolFor(List.of())).isEqualTo(english);
    }

    @Test
    void showsTheOthersAfterWhoeverSharesATag() {
        var pool = List.of(new PoolLine("en", 1, Fixed.ONE / 4));
        var strong = List.of(new PoolLine("en", Fixed.ONE, 4 * Fixed.ONE));
        var potter = new GroupLine(new Gid(1), 1, true, pool, List.of("pottery"), List.of());
        var weaver = new GroupLine(new Gid(2), 2, true, strong, List.of("weaving"), List.of());
        var minute = Minute.parse("2026-11-22T19:04Z").orElseThrow();
        var snapshot =
                new Snapshot(minute, Hash.NONE, KEY.commitment(), KEY.commitment(), Map.of(), List.of(weaver, potter));
        var filter = new Filter(List.of(), List.of("pottery"), List.of(), new Search.Everybody());

        assertThat(new Draw(snapshot, filter, new Seed(9)).page(1))
                .extracting(Drawn::gid, Drawn::tier, Drawn::reasons)
                .containsExactly(
                        tuple(new Gid(1), 1, List.of("lang:en", "tag:pottery", "turn:ahead", "allowance")),
                        tuple(new Gid(2), 2, List.of("lang:en", "turn:behind")));
    }

    @Test
    void saysWhatLoweredAWeight() {
        var pool = List.of(new PoolLine("en", Fixed.ONE / 4, Fixed.ONE));
        var half = List.of(new PoolLine("en", Fixed.ONE / 8, Fixed.ONE));
        var vouched = new GroupLine(new Gid(1), 1, true, pool, List.of(), List.of());
        var newcomer = new GroupLine(new Gid(2), 2, false, pool, List.of(), List.of());
        var tireless = new GroupLine(new Gid(3), 3, false, half, List.of(), List.of());
        var minute = Minute.parse("2026-11-22T19:04Z").orElseThrow();
        var caps = Map.of("en", Fixed.ONE / 4);
        var snapshot = new Snapshot(
                minute, Hash.NONE, KEY.commitment(), KEY.commitment(), caps, List.of(vouched, newcomer, tireless));

        assertThat(new Draw(snapshot, Filter.NONE, new Seed(9)).page(1))
                .extracting(Drawn::gid, Drawn::reasons)
                .containsExactlyInAnyOrder(
                        tuple(new Gid(1), List.of("lang:en", "turn:even", "allowance")),
                        tuple(new Gid(2), List.of("lang:en", "turn:even", "newcomer-cap")),
                        tuple(new Gid(3), List.of("lang:en", "turn:even", "newcomer-cap", "allowance")));
    }

    @Test
    void thereIsNoPageBeforeTheFirst() {
        var draw = new Draw(ofWeights(1), Filter.NONE, new Seed(1));

        assertThatThrownBy(() -> draw.page(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
