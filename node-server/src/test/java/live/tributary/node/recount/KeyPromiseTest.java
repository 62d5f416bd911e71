// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import live.tributary.node.fairturn.Any;
import live.tributary.node.fairturn.Hash;
import live.tributary.node.fairturn.Minute;
import live.tributary.node.fairturn.Snapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** The key of a day is fixed by the snapshots of the day before. */
final class KeyPromiseTest {

    private static final KeyPair KEYS = SnapshotJsonTest.keys();

    private final Hash promised = new Any(1).key().commitment();
    private final Hash another = new Any(2).key().commitment();
    private final PublishedSnapshot today = of("2026-11-22T19:04Z", promised, another, KEYS);

    private static PublishedSnapshot of(String minute, Hash dayKey, Hash nextDayKey, KeyPair keys) {
        var snapshot =
                new Snapshot(Minute.parse(minute).orElseThrow(), Hash.NONE, dayKey, nextDayKey, Map.of(), List.of());
        return Served.publish(snapshot, keys);
    }

    @Test
    void holdsForWhatEachSnapshotOfTheDayBeforeSays() {
        assertThat(List.of("2026-11-21T00:00Z", "2026-11-21T23:59Z"))
                .map(minute -> KeyPromise.of(today, of(minute, another, promised, KEYS)))
                .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Agrees.class));
    }

    /** Whoever may still choose the key tries until the draw suits them. */
    @Test
    void isBrokenByAKeyThatWasChosenLater() {
        assertThat(KeyPromise.of(today, of("2026-11-21T23:59Z", promised, another, KEYS)))
                .isInstanceOf(Finding.Differs.class);
    }

    @Test
    void isNotToldFromAnotherDayOrAnotherDirectory() {
        assertThat(List.of(
                        of("2026-11-22T00:00Z", another, promised, KEYS),
                        of("2026-11-20T23:59Z", another, promised, KEYS),
                        of("2026-11-21T23:59Z", another, promised, SnapshotJsonTest.keys())))
                .map(before -> KeyPromise.of(today, before))
                .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Undecided.class));
    }
}
