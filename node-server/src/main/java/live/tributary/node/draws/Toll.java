// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.draws;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnel;
import com.google.common.hash.Funnels;

import live.tributary.node.directory.AddressBlock;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Filter;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.kernel.AddressPrefix;
import live.tributary.node.kernel.TokenBuckets;

/**
 * Which pages count as shown (section 6): so many for each neighbourhood of addresses, so that no machine burns a rival's turn
 * or fills its own. What does not count is served all the same. Any thread.
 */
final class Toll {

    /** With dice of the visitor's own, for one neighbourhood. The draw of the house counts once a minute there. */
    static final int MOST_AN_HOUR = 60;

    /** Of pages of one snapshot that are remembered well; beyond it more and more new ones are taken for seen. */
    static final int REMEMBERED_WELL = 100_000;

    /** The part of new ones that are taken for seen, where so many were remembered. */
    static final double MISTAKEN = 0.001;

    /** How long somebody may stay on a snapshot. */
    private static final Duration STAY = Duration.ofMinutes(10);

    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 56;

    /** Who says so is no person; who says nothing is none either. */
    private static final Pattern CRAWLER = Pattern.compile(
            "bot|crawl|spider|slurp|preview|fetch|monitor|feed|curl|wget|python|java/|okhttp|go-http",
            Pattern.CASE_INSENSITIVE);

    private static final Funnel<CharSequence> WORDS = Funnels.stringFunnel(StandardCharsets.US_ASCII);

    private final TokenBuckets nonces;

    /** By the minutes of the snapshots that somebody may still be on. */
    private final Map<Minute, BloomFilter<CharSequence>> counted = new ConcurrentHashMap<>();

    Toll(LongSupplier nanoTime) {
        nonces = new TokenBuckets(MOST_AN_HOUR, MOST_AN_HOUR, Duration.ofHours(1), nanoTime);
    }

    /** A page is served: whether it counts. */
    boolean counts(DrawnPage page, InetAddress client, String agent) {
        var neighbourhood = neighbourhood(client);
        return page.ofTheHouse()
                ? isSeenByChance(page, client, agent) && isFirst(page.minute(), neighbourhood)
                : served(page) && isSeenByChance(page, client, agent) && nonces.tryTake(neighbourhood);
    }

    /**
     * Notes the visitor's dice; false where they were used before in this minute. Those that gave anything yet, by whichever way,
     * count no more: else somebody looked first, and had only those counted that suit them.
     */
    boolean served(DrawnPage page) {
        return page.ofTheHouse() || isFirst(page.minute(), page.nonce().hex());
    }

    /** The first page, and whoever searches by words does not come by chance, but looks for somebody. */
    private static boolean isSeenByChance(DrawnPage page, InetAddress client, String agent) {
        return page.number() == 1
                && page.filter().search() instanceof Filter.Search.Everybody
                && !isCrawler(agent)
                && !isOfTheirOwn(page, client);
    }

    private static boolean isCrawler(String agent) {
        return agent.isBlank() || CRAWLER.matcher(agent).find();
    }

    /** Nobody loads pages from the machines that their stream comes from, but to be shown. */
    private static boolean isOfTheirOwn(DrawnPage page, InetAddress client) {
        return AddressBlock.of(client)
                .filter(block ->
                        page.places().stream().anyMatch(place -> blocks(place).contains(block)))
                .isPresent();
    }

    private static Set<AddressBlock> blocks(Place place) {
        return switch (place) {
            case Place.Live(var _, LiveGroup group) -> group.blocks();
            case Place.Ended(var _, LiveGroup group) -> group.blocks();
            case Place.Unnamed _ -> Set.of();
        };
    }

    private boolean isFirst(Minute minute, String who) {
        counted.keySet().removeIf(old -> old.start().plus(STAY).isBefore(minute.start()));
        // Of one size, however many ask: none that was seen is forgotten, and a flood takes the same part from
        // everybody.
        return counted.computeIfAbsent(minute, _ -> BloomFilter.create(WORDS, REMEMBERED_WELL, MISTAKEN))
                .put(who);
    }

    private static String neighbourhood(InetAddress client) {
        return AddressPrefix.of(client, IPV4_BITS, IPV6_BITS).text();
    }
}
