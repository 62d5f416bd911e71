// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import live.tributary.node.directory.Directory;
import live.tributary.node.fairturn.DayKey;
import live.tributary.node.fairturn.Exposure;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.Hash;

/** What the books say to people. Safe for any thread that may block. */
public final class Ledger {

    /** Before a page and a half was due to somebody, what they got says more of luck than of the draw. */
    private static final double LEAST_DUE = 1.5 * Exposure.ofPage();

    private final TurnStore turns;
    private final DayKeys keys;
    private final Directory directory;
    private final InstantSource clock;

    Ledger(TurnStore turns, DayKeys keys, Directory directory, InstantSource clock) {
        this.turns = turns;
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
    }

    /** What everybody who is listed got of what was due to them lately, in percent: 100 is the fair share. */
    public List<Integer> sharePercents() {
        var listed = directory.listed().keySet().stream().map(Gid::of).collect(Collectors.toSet());
        return turns.shares(LEAST_DUE, clock.instant()).entrySet().stream()
                .filter(share -> listed.contains(share.getKey()))
                .map(share -> Math.toIntExact(Math.round(
                        100 * share.getValue().received() / share.getValue().due())))
                .toList();
    }

    /** How evenly a day was shared out, in each language. */
    public List<DayFigures> figures(LocalDate day) {
        return DayFigures.of(turns.day(day));
    }

    /** The key of a day, or what is promised of it. */
    public Promise promise(LocalDate day) {
        var commitment = keys.commitment(day);
        return keys.published(day)
                .<Promise>map(key -> new Promise.Kept(commitment, key))
                .orElseGet(() -> new Promise.Secret(commitment, DayKeys.publishedAt(day)));
    }

    /** What a directory says of the key of a day before that day. */
    public sealed interface Promise {

        /** SHA-256 of the key. */
        Hash commitment();

        /** The key is not public yet.
         *  @param until when it will be */
        record Secret(Hash commitment, Instant until) implements Promise {}

        /** It is. */
        record Kept(Hash commitment, DayKey key) implements Promise {}
    }
}
