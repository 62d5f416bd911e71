// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import live.tributary.node.fairturn.Filter.Search;

/** Makes snapshots, filters and nonces of any kind; the same number gives the same. */
public final class Any {

    private static final List<String> LANGUAGES = List.of("en", "es", "de", "pt-BR");
    private static final List<String> LABELS = List.of("violence", "sexual", "flashing");
    private static final List<String> TAGS = List.of("chess", "código", "garden", "käse", "pottery", "数字", "weaving");

    private final Random random;

    public Any(long seed) {
        random = new Random(seed);
    }

    public DayKey key() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new DayKey(Hex.write(bytes));
    }

    public Nonce nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return random.nextInt(8) == 0 ? Nonce.HOUSE : new Nonce(Hex.write(bytes));
    }

    public Seed seed() {
        return new Seed(random.nextLong());
    }

    public Snapshot snapshot(int groups, DayKey key) {
        var lines = IntStream.range(0, groups).mapToObj(_ -> line()).toList();
        var caps = Map.of("en", 1 + random.nextInt(Fixed.ONE), "de", Fixed.ONE);
        return new Snapshot(
                Minute.parse("2026-11-22T19:04Z").orElseThrow(),
                Hash.of(new byte[] {(byte) random.nextInt()}),
                key.commitment(),
                key().commitment(),
                caps,
                lines);
    }

    private GroupLine line() {
        var pools = some(LANGUAGES, 1, 3).stream()
                .map(language -> new PoolLine(language, 1 + random.nextInt(Fixed.ONE), f()))
                .toList();
        return new GroupLine(
                new Gid(random.nextLong()),
                random.nextInt(1000),
                random.nextInt(5) > 0,
                pools,
                some(TAGS, 0, 5),
                some(LABELS, 0, random.nextInt(4) == 0 ? 2 : 0));
    }

    private int f() {
        return Fixed.ONE / 4 + random.nextInt(4 * Fixed.ONE - Fixed.ONE / 4 + 1);
    }

    public Filter filter(Snapshot snapshot) {
        var found = snapshot.lines().stream()
                .map(GroupLine::gid)
                .filter(_ -> random.nextBoolean())
                .collect(Collectors.toSet());
        Search search = random.nextInt(4) == 0 ? new Search.Only(Set.copyOf(found)) : new Search.Everybody();
        return new Filter(some(LANGUAGES, 0, 2), some(TAGS, 0, 5), some(LABELS, 0, 1), search);
    }

    private List<String> some(List<String> all, int least, int most) {
        var some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return List.copyOf(some.subList(0, least + random.nextInt(most - least + 1)));
    }
}
