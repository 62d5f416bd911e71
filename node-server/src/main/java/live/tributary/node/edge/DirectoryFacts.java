// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.kernel.Latest;
import live.tributary.node.ledger.Ledger;
import live.tributary.web.page.TimesShown;

/**
 * What each page of a directory says of all teams that are live: worked out once, and again when others are live or another
 * minute has begun; who comes just then may have what was said a moment before. Safe for any thread that may block.
 */
final class DirectoryFacts {

    private final LiveBoard board;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Latest<Facts> facts = new Latest<>();

    DirectoryFacts(LiveBoard board, Ledger ledger, InstantSource clock) {
        this.board = board;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What they are.
     *
     * @param minute in which what was shown was read: the books change once in each
     * @param hosts on how many servers they are
     * @param tags the most common one first
     * @param languages BCP 47
     * @param shown what each team got of what was due to it
     */
    record Facts(
            List<LiveGroup> live,
            Minute minute,
            int hosts,
            List<String> tags,
            List<String> languages,
            TimesShown shown) {}

    Facts now() {
        var live = board.live();
        var minute = Minute.of(clock.instant());
        return facts.get(
                known -> known.minute().equals(minute) && known.live().equals(live),
                known -> known.minute().equals(minute) || known.minute().isJustBefore(minute),
                () -> workOut(live, minute));
    }

    private Facts workOut(List<LiveGroup> live, Minute minute) {
        return new Facts(live, minute, hosts(live), tags(live), languages(live), TimesShown.of(ledger.sharePercents()));
    }

    private static int hosts(List<LiveGroup> live) {
        return Math.toIntExact(
                live.stream().map(one -> one.group().host()).distinct().count());
    }

    private static List<String> tags(List<LiveGroup> live) {
        var common = live.stream()
                .flatMap(one -> one.tags().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return common.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> languages(List<LiveGroup> live) {
        return live.stream().flatMap(one -> one.languages().stream()).distinct().toList();
    }
}
