// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import live.tributary.node.broadcast.Language;
import live.tributary.node.fairturn.Fixed;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.PoolLine;
import live.tributary.node.fairturn.Snapshot;

/** What a directory's ledgers say of one team, for each language. Not for several threads. */
final class OwnEntries {

    /** A team speaks three languages at most, and may have changed them within the week; a stranger could name any number. */
    static final int MOST_POOLS = 8;

    private final Map<String, Entry> entries = new TreeMap<>();
    private final List<String> own;

    /** @param own what the team says that it speaks: there is always room for these */
    OwnEntries(List<Language> own) {
        this.own = own.stream().map(Language::tag).toList();
    }

    /** Numbers of one language. */
    private record Entry(int minutes, double due, double received) {

        static final Entry NOTHING = new Entry(0, 0, 0);

        Entry plus(LedgerLine line) {
            var sum = Math.min(OwnLine.MOST_MINUTES, minutes + line.minutes());
            return new Entry(sum, due + line.due(), received + line.received());
        }
    }

    void add(LedgerLine line) {
        var pool = tag(line.pool());
        if (hasRoomFor(pool)) {
            entries.put(pool, entries.getOrDefault(pool, Entry.NOTHING).plus(line));
        }
    }

    /**
     * By language; {@link OwnLine#NOTHING} alone where there is none.
     *
     * @param newest the newest snapshot, of as many teams as one likes
     * @param drawn the team's line in it
     */
    List<OwnLine> lines(Optional<Snapshot> newest, Optional<GroupLine> drawn) {
        drawn.ifPresent(line -> line.pools().forEach(pool -> name(pool.language())));
        var lines = entries.entrySet().stream()
                .map(entry -> line(new Language(entry.getKey()), entry.getValue(), newest, drawn))
                .toList();
        return lines.isEmpty() ? List.of(OwnLine.NOTHING) : lines;
    }

    private static OwnLine line(Language language, Entry entry, Optional<Snapshot> newest, Optional<GroupLine> drawn) {
        var pool = drawn.flatMap(line -> line.pools().stream()
                .filter(one -> one.language().equals(language.tag()))
                .findFirst());
        int cap = newest.filter(_ -> drawn.filter(line -> !line.vouched()).isPresent())
                .map(snapshot -> snapshot.newcomerCap(language.tag()))
                .orElse(Fixed.ONE);
        return new OwnLine(
                language,
                entry.minutes(),
                entry.due(),
                entry.received(),
                pool.isPresent() && cap < Fixed.ONE,
                pool.map(PoolLine::allowance).filter(a -> a < cap).isPresent());
    }

    /** The team is drawn there now, whatever is written down. */
    private void name(String language) {
        var pool = tag(language);
        if (hasRoomFor(pool)) {
            entries.putIfAbsent(pool, Entry.NOTHING);
        }
    }

    private boolean hasRoomFor(String pool) {
        return !pool.isEmpty()
                && (entries.containsKey(pool) || own.contains(pool) || others() < MOST_POOLS - own.size());
    }

    private long others() {
        return entries.keySet().stream().filter(pool -> !own.contains(pool)).count();
    }

    private static String tag(String pool) {
        return Language.parse(pool).map(Language::tag).orElse("");
    }
}
